package org.dossier.chat.conversation;

import java.util.List;
import org.dossier.answer.Answer;

/// What a message gets back: the turn that was kept of it.
///
/// @param conversation the conversation's id, which cannot be guessed
/// @param turn counts the turns of the conversation from 1
/// @param question the message made to stand alone: what was understood
/// @param answer the answer to it
/// @param followUps questions that the archive can answer next, perhaps none
public record Reply(
    String conversation, int turn, String question, Answer answer, List<String> followUps) {
  public Reply {
    followUps = List.copyOf(followUps);
  }
}
