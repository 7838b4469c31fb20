package org.dossier.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads what the Events API tells.
final class Events {
  /// Messages that a person wrote, though Slack gives them a subtype.
  private static final Set<String> WRITTEN = Set.of("file_share", "thread_broadcast", "me_message");

  private final boolean followThreads;

  /// @param followThreads whether a thread goes on without mentioning the bot
  Events(boolean followThreads) {
    this.followThreads = followThreads;
  }

  /// @throws UnreadableException if it is none of Slack's envelopes
  Incoming read(JsonNode envelope) {
    return switch (Payload.required(envelope, "type")) {
      case "url_verification" -> new Incoming.Challenge(Payload.required(envelope, "challenge"));
      case "event_callback" -> event(envelope, envelope.path("event"));
      default -> new Incoming.Nothing();
    };
  }

  /// By which a second delivery is known; null for what is no event.
  static @Nullable String id(JsonNode envelope) {
    return Payload.optional(envelope, "event_id");
  }

  private Incoming event(JsonNode envelope, JsonNode event) {
    var team = team(envelope);
    return switch (Payload.required(event, "type")) {
      case "app_mention", "message" -> message(team, bot(envelope), event);
      case "app_home_opened" -> opened(team, event);
      case "assistant_thread_started" -> started(team, event.path("assistant_thread"));
      case "app_uninstalled" -> new Incoming.Removed(team, "the app was uninstalled");
      case "tokens_revoked" -> revoked(team, event);
      default -> new Incoming.Nothing();
    };
  }

  private Incoming message(String team, String bot, JsonNode event) {
    var subtype = Payload.optional(event, "subtype");
    var sender = Payload.optional(event, "user");
    boolean written = subtype == null || WRITTEN.contains(subtype);
    if (!written || sender == null || sender.equals(bot) || event.hasNonNull("bot_id")) {
      return new Incoming.Nothing();
    }
    var kind = kind(event, bot);
    return kind == null ? new Incoming.Nothing() : asked(team, bot, event, kind);
  }

  private static Asked asked(String team, String bot, JsonNode event, Asked.Kind kind) {
    var channel = Payload.required(event, "channel");
    var ts = Payload.required(event, "ts");
    var thread = Payload.optional(event, "thread_ts");
    var senderTeam = Payload.optional(event, "user_team");
    return new Asked(
        team,
        channel + ":" + ts,
        kind,
        channel,
        thread == null ? ts : thread,
        ts,
        Payload.required(event, "user"),
        senderTeam == null ? team : senderTeam,
        Mrkdwn.plain(event.path("text").asText(), bot),
        null);
  }

  /// Null for what is said among others.
  private Asked.@Nullable Kind kind(JsonNode event, String bot) {
    var text = event.path("text").asText();
    if (event.path("channel_type").asText().equals("im")) {
      return Asked.Kind.DIRECT;
    }
    if (event.path("type").asText().equals("app_mention") || Mrkdwn.mentions(text, bot)) {
      return Asked.Kind.MENTION;
    }
    boolean follows =
        followThreads && event.hasNonNull("thread_ts") && !Mrkdwn.mentionsSomebody(text);
    return follows ? Asked.Kind.FOLLOW_UP : null;
  }

  private static Incoming opened(String team, JsonNode event) {
    return event.path("tab").asText().equals("messages")
        ? new Incoming.Opened(team, Payload.required(event, "channel"), null)
        : new Incoming.Nothing();
  }

  private static Incoming started(String team, JsonNode thread) {
    return new Incoming.Opened(
        team, Payload.required(thread, "channel_id"), Payload.required(thread, "thread_ts"));
  }

  private static Incoming revoked(String team, JsonNode event) {
    return event.path("tokens").path("bot").isEmpty()
        ? new Incoming.Nothing()
        : new Incoming.Removed(team, "the bot's token was revoked");
  }

  /// The workspace in which the bot is installed, which in a shared channel need not be the one in
  /// which the message was written.
  private static String team(JsonNode envelope) {
    var installed = Payload.optional(envelope.path("authorizations").path(0), "team_id");
    return installed == null ? Payload.required(envelope, "team_id") : installed;
  }

  /// The bot's user id; empty where Slack does not say.
  private static String bot(JsonNode envelope) {
    return envelope.path("authorizations").path(0).path("user_id").asText("");
  }
}
