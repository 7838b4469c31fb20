/// A message of a user becomes a reply and a stored turn of a conversation.
@NullMarked
package org.dossier.chat;

import org.jspecify.annotations.NullMarked;
