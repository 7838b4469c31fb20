/// What a chat model writes, read while it comes: statements in plain words, each with the numbers
/// that it says it rests on. Nothing here judges whether they do.
@NullMarked
package org.dossier.writing;

import org.jspecify.annotations.NullMarked;
