/// Detects small talk and questions about the archive or the program, and answers them from the
/// archive's metadata.
@NullMarked
package org.dossier.chat.about;

import org.jspecify.annotations.NullMarked;
