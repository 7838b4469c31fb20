/// The passages of the archive, searchable lexically and by vectors; the only user of Lucene.
///
/// Derived from the database by following its change log: a lost or outdated index is rebuilt.
@NullMarked
package org.dossier.index;

import org.jspecify.annotations.NullMarked;
