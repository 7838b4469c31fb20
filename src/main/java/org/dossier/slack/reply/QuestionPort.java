package org.dossier.slack.reply;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dossier.answer.AnswerListener;
import org.dossier.chat.conversation.Feedback;
import org.dossier.chat.conversation.Reply;
import org.dossier.slack.queue.PendingReply;
import org.jspecify.annotations.Nullable;

/// The port through which the bot asks questions. Thread-safe.
public interface QuestionPort {
  /// Answers a message and stores the turn.
  ///
  /// @param conversation the conversation to continue; `null` for a new one. A new conversation
  ///   also begins if this one no longer exists or is full.
  /// @throws org.dossier.chat.conversation.InvalidMessageException if the message is invalid
  Reply ask(@Nullable String conversation, String message, AnswerListener listener);

  /// The reply of a stored turn; empty if the turn no longer exists.
  Optional<Reply> findReply(PendingReply.TurnId turn);

  /// The reply of the last turn of a conversation, if its message equals `message` and it was asked
  /// at or after `since`.
  Optional<Reply> findLastReply(String conversation, String message, Instant since);

  /// Follow-up questions after a turn.
  List<String> followUps(PendingReply.TurnId turn);

  /// Stores the rating of a turn, if the turn still exists.
  void rate(PendingReply.TurnId turn, Feedback.Verdict verdict);
}
