package org.dossier.slack.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;
import org.dossier.chat.conversation.Feedback;
import org.dossier.slack.message.ReplyBlocks;

/// Parses button presses.
public final class InteractionParser {
  private static final Pattern RATING = Pattern.compile("(up|down) ([0-9]{1,18})");

  private InteractionParser() {}

  /// @throws MalformedPayloadException if it is not an interaction payload
  public static SlackEvent read(JsonNode payload) {
    if (!Payload.required(payload, "type").equals("block_actions")) {
      return new SlackEvent.Ignored();
    }
    var action = payload.path("actions").path(0);
    var id = Payload.required(action, "action_id");
    if (id.equals(ReplyBlocks.FEEDBACK)) {
      return readFeedback(action.path("value").asText());
    }
    return id.startsWith(ReplyBlocks.ASK)
        ? readSuggestion(payload, action)
        : new SlackEvent.Ignored();
  }

  private static SlackEvent readFeedback(String value) {
    var rating = RATING.matcher(value);
    if (!rating.matches()) {
      throw new MalformedPayloadException("the value is not a rating", null);
    }
    var verdict = rating.group(1).equals("up") ? Feedback.Verdict.UP : Feedback.Verdict.DOWN;
    return new SlackEvent.FeedbackGiven(Long.parseLong(rating.group(2)), verdict);
  }

  /// A suggested question. The key contains the button, so that repeated presses, by any user, are
  /// one message.
  private static QuestionAsked readSuggestion(JsonNode payload, JsonNode action) {
    var message = payload.path("message");
    var channel = Payload.required(payload.path("channel"), "id");
    var ts = Payload.required(message, "ts");
    var thread = Payload.optional(message, "thread_ts");
    var user = payload.path("user");
    var own = Payload.optional(user, "team_id");
    var team = Payload.optional(payload.path("team"), "id");
    if (team == null) {
      team = Payload.required(user, "team_id");
    }
    return new QuestionAsked(
        team,
        channel + ":" + ts + "#" + Payload.required(action, "action_id"),
        QuestionAsked.Kind.SUGGESTION,
        channel,
        thread == null ? ts : thread,
        ts,
        Payload.required(user, "id"),
        own == null ? team : own,
        Payload.required(action, "value"),
        null);
  }
}
