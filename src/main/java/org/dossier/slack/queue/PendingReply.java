package org.dossier.slack.queue;

import java.time.Instant;
import java.util.List;
import org.dossier.slack.event.QuestionAsked;
import org.jspecify.annotations.Nullable;

/// A message without a complete reply, and the progress of its reply.
///
/// @param id the number of the message, in the order of arrival
/// @param attempts how often the reply was resumed after a process had ended before completing it
/// @param conversation the conversation of the thread; `null` if none has begun
/// @param turn the stored turn with the answer; `null` before it is stored
/// @param messages the messages of the reply that earlier attempts posted, in order
public record PendingReply(
    long id,
    QuestionAsked question,
    Instant received,
    int attempts,
    @Nullable String conversation,
    @Nullable TurnId turn,
    List<ReplyMessage> messages) {

  /// Identifies a turn of a conversation.
  public record TurnId(String conversation, int number) {}

  public PendingReply {
    messages = List.copyOf(messages);
  }

  /// The marker by which a message of the reply is recognized in Slack.
  public String marker(int number) {
    return question.key() + "/" + number;
  }

  /// The ordering key: messages with the same key, which are those of one thread, are processed one
  /// after another.
  static String orderingKey(long id, QuestionAsked questionAsked) {
    var thread = questionAsked.thread();
    return thread == null
        ? "new " + id
        : questionAsked.team() + " " + questionAsked.channel() + " " + thread;
  }
}
