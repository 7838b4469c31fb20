/// Detects the boilerplate of a page around an article: share bars, mastheads, captions.
@NullMarked
package org.dossier.text.boilerplate;

import org.jspecify.annotations.NullMarked;
