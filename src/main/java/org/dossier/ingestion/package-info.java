/// Ingestion of files and folders into the archive: walking, reading, writing in batches,
/// reporting.
@NullMarked
package org.dossier.ingestion;

import org.jspecify.annotations.NullMarked;
