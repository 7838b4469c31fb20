/// Suggests questions that the archive can answer.
@NullMarked
package org.dossier.chat.suggestion;

import org.jspecify.annotations.NullMarked;
