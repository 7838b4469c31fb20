package org.dossier.slack.queue;

import java.time.Instant;
import java.util.List;
import org.dossier.slack.event.QuestionAsked;
import org.jspecify.annotations.Nullable;

/// A message that waits for its reply, and how far the reply is.
///
/// @param id its number here, in the order of arrival
/// @param attempts how often it was taken up again, after the process had ended before the reply
///   stood
/// @param goesOn the conversation of its thread; null where none began yet
/// @param answered the turn that was kept of it; null before
/// @param parts what was shown of the reply before this attempt, in their order
public record PendingReply(
    long id,
    QuestionAsked asked,
    Instant claimed,
    int attempts,
    @Nullable String goesOn,
    @Nullable TurnId answered,
    List<ReplyMessage> parts) {

  /// A turn of a conversation.
  public record TurnId(String conversation, int number) {}

  public PendingReply {
    parts = List.copyOf(parts);
  }

  /// By which a part is found again in Slack.
  public String mark(int number) {
    return asked.key() + "/" + number;
  }

  /// Errands of the same line are done one after another: those of one thread.
  static String orderingKey(long id, QuestionAsked questionAsked) {
    var thread = questionAsked.thread();
    return thread == null
        ? "new " + id
        : questionAsked.team() + " " + questionAsked.channel() + " " + thread;
  }
}
