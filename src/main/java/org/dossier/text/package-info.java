/// Analysis of plain text by rules. The base of the sub-packages: spans, words, word lists.
///
/// Pure functions over strings; offsets are UTF-16, as in [String]. Depends on neither articles nor
/// an index.
@NullMarked
package org.dossier.text;

import org.jspecify.annotations.NullMarked;
