package org.dossier.slack.queue;

import org.jspecify.annotations.Nullable;

/// One of the messages that a reply consists of, as far as we know of it.
///
/// @param number 0 for what stands above the reply, then 1, 2, …
/// @param ts Slack's name for it; null while we do not know whether Slack took it
/// @param whole whether everything that belongs into it is there
public record ReplyMessage(int number, PostMode manner, @Nullable String ts, boolean complete) {
  /// How it was begun.
  public enum PostMode {
    POST,
    STREAM
  }
}
