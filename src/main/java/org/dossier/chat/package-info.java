/// Conversations and their turns: a message becomes a stand-alone question, its answer a kept turn.
@NullMarked
package org.dossier.chat;

import org.jspecify.annotations.NullMarked;
