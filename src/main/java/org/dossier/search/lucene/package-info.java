/// The passages of the archive in a Lucene index, searchable lexically and by vectors; the only
/// user of Lucene.
///
/// Derived from the database by following its change log: a lost or outdated index is rebuilt.
@NullMarked
package org.dossier.search.lucene;

import org.jspecify.annotations.NullMarked;
