package org.dossier.chat.conversation;

import java.util.List;
import org.dossier.answer.Answer;

/// The reply to a message, as it is stored with its turn.
///
/// @param conversation the id of the conversation, which cannot be guessed
/// @param turn the number of the turn in the conversation, from 1
/// @param question the message rewritten as a standalone question
/// @param answer the answer to that question
/// @param followUps suggested questions that the archive can answer; possibly empty
public record Reply(
    String conversation, int turn, String question, Answer answer, List<String> followUps) {
  public Reply {
    followUps = List.copyOf(followUps);
  }
}
