/// The archive: articles with all their versions, the passages they are cut into, and the database
/// that holds them. The database is the truth; whatever else exists is derived from it.
@NullMarked
package org.dossier.corpus;

import org.jspecify.annotations.NullMarked;
