/// The search port on Lucene, embedded in this process: lexical and vector search over the passages
/// of the archive.
///
/// Derived from the database by following its change log: a lost or outdated index is rebuilt.
@NullMarked
package org.dossier.search.lucene;

import org.jspecify.annotations.NullMarked;
