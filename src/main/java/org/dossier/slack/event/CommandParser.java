package org.dossier.slack.event;

import com.fasterxml.jackson.databind.JsonNode;
import org.dossier.slack.message.Mrkdwn;

/// Parses slash commands.
public final class CommandParser {
  private CommandParser() {}

  /// @throws MalformedPayloadException if it is not a slash command
  public static SlackEvent read(JsonNode command) {
    var text = Mrkdwn.toPlainText(command.path("text").asText(), "");
    var team = Payload.required(command, "team_id");
    var trigger = Payload.required(command, "trigger_id");
    var questionAsked =
        new QuestionAsked(
            team,
            "command:" + trigger,
            QuestionAsked.Kind.COMMAND,
            Payload.required(command, "channel_id"),
            null,
            null,
            Payload.required(command, "user_id"),
            team,
            text,
            Payload.optional(command, "response_url"));
    return text.isEmpty() ? new SlackEvent.EmptyCommand() : questionAsked;
  }
}
