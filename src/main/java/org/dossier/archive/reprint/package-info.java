/// Reprints: articles that print the text of another article, possibly edited and under another
/// headline.
@NullMarked
package org.dossier.archive.reprint;

import org.jspecify.annotations.NullMarked;
