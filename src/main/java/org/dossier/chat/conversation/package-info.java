/// Stored conversations and their turns, with the keys by which clients find them.
@NullMarked
package org.dossier.chat.conversation;

import org.jspecify.annotations.NullMarked;
