/// Backup, restore and integrity checks of an archive.
@NullMarked
package org.dossier.maintenance;

import org.jspecify.annotations.NullMarked;
