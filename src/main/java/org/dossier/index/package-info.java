/// The passages of the archive, searchable by words and by vectors; the only user of Lucene.
///
/// Derived from the database by following its sequence of changes, and never the truth: a lost or
/// outdated index is built anew.
@NullMarked
package org.dossier.index;

import org.jspecify.annotations.NullMarked;
