package org.dossier.slack.reply;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dossier.answer.AnswerListener;
import org.dossier.chat.conversation.Feedback;
import org.dossier.chat.conversation.Reply;
import org.dossier.slack.queue.PendingReply;
import org.jspecify.annotations.Nullable;

/// The port behind which messages are answered. Safe for any number of threads.
public interface QuestionPort {
  /// Answers, and keeps the turn.
  ///
  /// @param conversation the one it goes on with; null for a new one, which also begins where this
  ///   one is no more, or full
  /// @throws org.dossier.chat.InvalidMessageException if the message breaks a rule
  Reply ask(@Nullable String conversation, String message, AnswerListener listener);

  /// A turn that was kept; empty where it is no more.
  Optional<Reply> findReply(PendingReply.TurnId turn);

  /// The last turn of a conversation, if it was asked with these words and not before `since`.
  Optional<Reply> last(String conversation, String message, Instant since);

  /// What may be asked after a turn.
  List<String> suggestions(PendingReply.TurnId turn);

  /// Keeps what was thought of a turn, if it is still there.
  void rate(PendingReply.TurnId turn, Feedback.Verdict verdict);
}
