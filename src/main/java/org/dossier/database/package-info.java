/// The database and the data folder: connections, dialects, schema, locks. The database is the
/// source of truth.
@NullMarked
package org.dossier.database;

import org.jspecify.annotations.NullMarked;
