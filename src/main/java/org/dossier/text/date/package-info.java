/// Finds dates in text, resolves relative ones, and formats them.
@NullMarked
package org.dossier.text.date;

import org.jspecify.annotations.NullMarked;
