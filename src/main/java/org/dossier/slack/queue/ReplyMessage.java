package org.dossier.slack.queue;

import org.jspecify.annotations.Nullable;

/// One of the Slack messages that a reply consists of, as far as known.
///
/// @param number 0 for the question above the reply, then 1, 2, …
/// @param postMode how the message was started
/// @param ts Slack's timestamp of the message; `null` while it is unknown whether Slack accepted
///   the message
/// @param complete true if the message has its complete content
public record ReplyMessage(int number, PostMode postMode, @Nullable String ts, boolean complete) {
  /// How a message is started.
  public enum PostMode {
    POST,
    STREAM
  }
}
