/// Stored conversations and their turns, with the secrets that give clients access to them.
@NullMarked
package org.dossier.chat.conversation;

import org.jspecify.annotations.NullMarked;
