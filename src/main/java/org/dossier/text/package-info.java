/// What can be read off a piece of text alone: sentences, dates, numbers, names, page furniture.
///
/// Pure functions over strings; offsets are UTF-16, as in [String]. Knows no article, no index.
@NullMarked
package org.dossier.text;

import org.jspecify.annotations.NullMarked;
