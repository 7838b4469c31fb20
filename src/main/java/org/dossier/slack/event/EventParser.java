package org.dossier.slack.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.dossier.slack.message.Mrkdwn;
import org.jspecify.annotations.Nullable;

/// Parses payloads of the Events API.
public final class EventParser {
  /// Subtypes of messages that a person wrote.
  private static final Set<String> USER_SUBTYPES =
      Set.of("file_share", "thread_broadcast", "me_message");

  private final boolean followThreads;

  /// @param followThreads true if later messages of a thread need not mention the bot
  public EventParser(boolean followThreads) {
    this.followThreads = followThreads;
  }

  /// @throws MalformedPayloadException if it is not an event envelope
  public SlackEvent read(JsonNode envelope) {
    return switch (Payload.required(envelope, "type")) {
      case "url_verification" -> new SlackEvent.Challenge(Payload.required(envelope, "challenge"));
      case "event_callback" -> event(envelope, envelope.path("event"));
      default -> new SlackEvent.Ignored();
    };
  }

  /// The id by which a redelivery is recognized; `null` if the payload is not an event.
  public static @Nullable String id(JsonNode envelope) {
    return Payload.optional(envelope, "event_id");
  }

  private SlackEvent event(JsonNode envelope, JsonNode event) {
    var team = team(envelope);
    return switch (Payload.required(event, "type")) {
      case "app_mention", "message" -> message(team, bot(envelope), event);
      case "app_home_opened" -> readOpened(team, event);
      case "assistant_thread_started" -> readStarted(team, event.path("assistant_thread"));
      case "app_uninstalled" -> new SlackEvent.AppRemoved(team, "the app was uninstalled");
      case "tokens_revoked" -> readRevoked(team, event);
      default -> new SlackEvent.Ignored();
    };
  }

  private SlackEvent message(String team, String bot, JsonNode event) {
    var subtype = Payload.optional(event, "subtype");
    var sender = Payload.optional(event, "user");
    boolean written = subtype == null || USER_SUBTYPES.contains(subtype);
    if (!written || sender == null || sender.equals(bot) || event.hasNonNull("bot_id")) {
      return new SlackEvent.Ignored();
    }
    var kind = kind(event, bot);
    return kind == null ? new SlackEvent.Ignored() : questionAsked(team, bot, event, kind);
  }

  private static QuestionAsked questionAsked(
      String team, String bot, JsonNode event, QuestionAsked.Kind kind) {
    var channel = Payload.required(event, "channel");
    var ts = Payload.required(event, "ts");
    var thread = Payload.optional(event, "thread_ts");
    var senderTeam = Payload.optional(event, "user_team");
    return new QuestionAsked(
        team,
        channel + ":" + ts,
        kind,
        channel,
        thread == null ? ts : thread,
        ts,
        Payload.required(event, "user"),
        senderTeam == null ? team : senderTeam,
        Mrkdwn.toPlainText(event.path("text").asText(), bot),
        null);
  }

  /// `null` if the message is not addressed to the bot.
  private QuestionAsked.@Nullable Kind kind(JsonNode event, String bot) {
    var text = event.path("text").asText();
    if (event.path("channel_type").asText().equals("im")) {
      return QuestionAsked.Kind.DIRECT;
    }
    if (event.path("type").asText().equals("app_mention") || Mrkdwn.mentions(text, bot)) {
      return QuestionAsked.Kind.MENTION;
    }
    boolean follows =
        followThreads && event.hasNonNull("thread_ts") && !Mrkdwn.mentionsAnyone(text);
    return follows ? QuestionAsked.Kind.FOLLOW_UP : null;
  }

  private static SlackEvent readOpened(String team, JsonNode event) {
    return event.path("tab").asText().equals("messages")
        ? new SlackEvent.ConversationOpened(team, Payload.required(event, "channel"), null)
        : new SlackEvent.Ignored();
  }

  private static SlackEvent readStarted(String team, JsonNode thread) {
    return new SlackEvent.ConversationOpened(
        team, Payload.required(thread, "channel_id"), Payload.required(thread, "thread_ts"));
  }

  private static SlackEvent readRevoked(String team, JsonNode event) {
    return event.path("tokens").path("bot").isEmpty()
        ? new SlackEvent.Ignored()
        : new SlackEvent.AppRemoved(team, "the bot's token was revoked");
  }

  /// The workspace in which the bot is installed. In a shared channel, the message may come from
  /// another workspace.
  private static String team(JsonNode envelope) {
    var installed = Payload.optional(envelope.path("authorizations").path(0), "team_id");
    return installed == null ? Payload.required(envelope, "team_id") : installed;
  }

  /// The bot's user id; empty if the envelope does not contain it.
  private static String bot(JsonNode envelope) {
    return envelope.path("authorizations").path(0).path("user_id").asText("");
  }
}
