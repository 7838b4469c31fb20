/// Keeping an archive: writing all of it into one file while it is in use, looking a file or an
/// archive through, and putting a file's content in the place of an archive.
@NullMarked
package org.dossier.backup;

import org.jspecify.annotations.NullMarked;
