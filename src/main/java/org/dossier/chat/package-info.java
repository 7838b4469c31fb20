/// Turns messages of users into replies, which are stored as turns of conversations.
@NullMarked
package org.dossier.chat;

import org.jspecify.annotations.NullMarked;
