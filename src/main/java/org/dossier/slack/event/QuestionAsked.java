package org.dossier.slack.event;

import org.jspecify.annotations.Nullable;

/// A message to the bot, which gets one reply.
///
/// @param key what tells it from every other message of the team, however often and in whichever
///   form Slack delivers it
/// @param thread where the reply goes; null: the reply begins a thread of its own
/// @param ts Slack's name for what was typed or pressed; null where it has none
/// @param sender the user who asks
/// @param senderTeam that user's own workspace
/// @param words plain, stripped; perhaps none
/// @param responseUrl where a command is answered that the bot may not post beside; null for none
public record QuestionAsked(
    String team,
    String key,
    Kind kind,
    String channel,
    @Nullable String thread,
    @Nullable String ts,
    String sender,
    String senderTeam,
    String words,
    @Nullable String responseUrl)
    implements SlackEvent {

  /// How it came to the bot.
  public enum Kind {
    /// It mentions the bot in a channel.
    MENTION,
    /// It was written to the bot directly.
    DIRECT,
    /// It stands in a thread; whether the bot was addressed there before is to be seen.
    FOLLOW_UP,
    /// A slash command.
    COMMAND,
    /// A suggested question was pressed.
    SUGGESTION
  }
}
