package org.dossier.slack.event;

import org.jspecify.annotations.Nullable;

/// A message to the bot, which gets exactly one reply.
///
/// @param key identifies the message within the team, across repeated and different deliveries
/// @param thread the thread of the reply; `null` if the reply begins a new thread
/// @param ts Slack's timestamp of the message, or of the message with the pressed button; `null`
///   for a command
/// @param sender the user who asks
/// @param senderTeam that user's own workspace
/// @param text the plain text, stripped; possibly empty
/// @param responseUrl the address for responses to a command in a channel in which the bot may not
///   post; `null` if the message is not a command
public record QuestionAsked(
    String team,
    String key,
    Kind kind,
    String channel,
    @Nullable String thread,
    @Nullable String ts,
    String sender,
    String senderTeam,
    String text,
    @Nullable String responseUrl)
    implements SlackEvent {

  /// The way a message reached the bot.
  public enum Kind {
    /// A message in a channel that mentions the bot.
    MENTION,
    /// A direct message to the bot.
    DIRECT,
    /// A message in a thread, not yet checked: it is a follow-up if the bot was addressed in that
    /// thread before.
    FOLLOW_UP,
    /// A slash command.
    COMMAND,
    /// A press of the button of a suggested question.
    SUGGESTION
  }
}
