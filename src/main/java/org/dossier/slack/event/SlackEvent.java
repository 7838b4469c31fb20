package org.dossier.slack.event;

import org.dossier.chat.conversation.Feedback;
import org.jspecify.annotations.Nullable;

/// What Slack tells.
public sealed interface SlackEvent
    permits QuestionAsked,
        SlackEvent.Challenge,
        SlackEvent.FeedbackGiven,
        SlackEvent.ConversationOpened,
        SlackEvent.AppRemoved,
        SlackEvent.EmptyCommand,
        SlackEvent.Ignored {
  /// Slack asks whether the address is ours; it wants `challenge` back.
  record Challenge(String challenge) implements SlackEvent {}

  /// Somebody said what a reply was worth.
  ///
  /// @param message the message that was replied to, by its number here
  record FeedbackGiven(long message, Feedback.Verdict verdict) implements SlackEvent {}

  /// Somebody opened a conversation with the bot.
  ///
  /// @param thread the thread that was opened for it; null where there is none (the agent view)
  record ConversationOpened(String team, String channel, @Nullable String thread)
      implements SlackEvent {}

  /// The bot was taken out of the workspace, or its token was.
  record AppRemoved(String team, String how) implements SlackEvent {}

  /// A command or a press without a question.
  record EmptyCommand() implements SlackEvent {}

  /// Nothing for us.
  record Ignored() implements SlackEvent {}
}
