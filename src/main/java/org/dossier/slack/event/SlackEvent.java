package org.dossier.slack.event;

import org.dossier.chat.conversation.Feedback;
import org.jspecify.annotations.Nullable;

/// An inbound Slack event.
public sealed interface SlackEvent
    permits QuestionAsked,
        SlackEvent.Challenge,
        SlackEvent.FeedbackGiven,
        SlackEvent.ConversationOpened,
        SlackEvent.AppRemoved,
        SlackEvent.EmptyCommand,
        SlackEvent.Ignored {
  /// A verification request: Slack expects `challenge` in the response.
  record Challenge(String challenge) implements SlackEvent {}

  /// A user rated a reply.
  ///
  /// @param message the number of the message that was replied to
  record FeedbackGiven(long message, Feedback.Verdict verdict) implements SlackEvent {}

  /// A user opened a conversation with the bot.
  ///
  /// @param thread the thread that was opened for it; `null` if none was opened (agent view)
  record ConversationOpened(String team, String channel, @Nullable String thread)
      implements SlackEvent {}

  /// The app was uninstalled from the workspace, or its token was revoked.
  record AppRemoved(String team, String reason) implements SlackEvent {}

  /// A slash command without a question.
  record EmptyCommand() implements SlackEvent {}

  /// An event that the bot ignores.
  record Ignored() implements SlackEvent {}
}
