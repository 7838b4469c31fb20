/// The background work on an index, independent of the search engine: following the archive,
/// embedding, purging.
@NullMarked
package org.dossier.search.indexing;

import org.jspecify.annotations.NullMarked;
