/// What can be derived from a text alone. The base: spans, words, word lists.
///
/// Pure functions over strings; offsets are UTF-16, as in [String]. Knows no article and no index.
@NullMarked
package org.dossier.text;

import org.jspecify.annotations.NullMarked;
