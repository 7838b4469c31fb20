package org.dossier.slack;

import org.dossier.chat.Feedback;
import org.jspecify.annotations.Nullable;

/// What Slack tells.
sealed interface Incoming
    permits Asked,
        Incoming.Challenge,
        Incoming.Rated,
        Incoming.Opened,
        Incoming.Removed,
        Incoming.Empty,
        Incoming.Nothing {
  /// Slack asks whether the address is ours; it wants `challenge` back.
  record Challenge(String challenge) implements Incoming {}

  /// Somebody said what a reply was worth.
  ///
  /// @param message the message that was replied to, by its number here
  record Rated(long message, Feedback.Verdict verdict) implements Incoming {}

  /// Somebody opened a conversation with the bot.
  ///
  /// @param thread the thread that was opened for it; null where there is none (the agent view)
  record Opened(String team, String channel, @Nullable String thread) implements Incoming {}

  /// The bot was taken out of the workspace, or its token was.
  record Removed(String team, String how) implements Incoming {}

  /// A command or a press without a question.
  record Empty() implements Incoming {}

  /// Nothing for us.
  record Nothing() implements Incoming {}
}
