package org.dossier.slack.reply;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.dossier.slack.api.BotIdentities;
import org.dossier.slack.api.SlackClient;
import org.dossier.slack.queue.PendingReply;
import org.dossier.slack.queue.ReplyMessage;
import org.dossier.slack.queue.ReplyQueue;
import org.jspecify.annotations.Nullable;

/// Finds out whether a message whose post call had an unknown outcome was actually posted. This is
/// the only code that reads Slack's history. Thread-safe.
final class PostedMessageFinder {
  static final String EVENT_TYPE = "dossier_reply";
  static final String MARKER = "part";

  /// Tolerates a difference between this clock and Slack's.
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private final SlackClient slackClient;
  private final BotIdentities botIdentities;
  private final ReplyQueue replyQueue;

  PostedMessageFinder(SlackClient slackClient, BotIdentities botIdentities, ReplyQueue replyQueue) {
    this.slackClient = slackClient;
    this.botIdentities = botIdentities;
    this.replyQueue = replyQueue;
  }

  /// Slack's timestamp of the message; empty if it was not posted.
  ///
  /// @param thread the thread to search; `null` for the channel itself
  /// @throws SlackApiException if Slack denies access to the history
  Optional<String> find(
      PendingReply pendingReply, @Nullable String thread, ReplyMessage replyMessage) {
    var questionAsked = pendingReply.question();
    var bot = botIdentities.get(questionAsked.team());
    var arguments = new LinkedHashMap<String, String>();
    arguments.put("channel", questionAsked.channel());
    arguments.put("oldest", oldest(pendingReply));
    arguments.put("include_all_metadata", "true");
    arguments.put("limit", "100");
    if (thread != null) {
      arguments.put("ts", thread);
    }
    var method = thread == null ? "conversations.history" : "conversations.replies";
    return find(
        pendingReply,
        method,
        arguments,
        message -> matches(pendingReply, bot, message, replyMessage));
  }

  private interface MessageMatcher {
    boolean matches(JsonNode message);
  }

  private Optional<String> find(
      PendingReply pendingReply,
      String method,
      Map<String, String> arguments,
      MessageMatcher messageMatcher) {
    while (true) {
      var page = slackClient.read(pendingReply.question().team(), method, arguments);
      for (var message : page.path("messages")) {
        if (messageMatcher.matches(message)) {
          return Optional.of(message.path("ts").asText());
        }
      }
      var next = page.path("response_metadata").path("next_cursor").asText("");
      if (next.isEmpty()) {
        return Optional.empty();
      }
      arguments.put("cursor", next);
    }
  }

  /// A posted message is recognized by its marker. A stream has no marker before its end; it is
  /// recognized as a message of the bot, posted after the question, that is not recorded for
  /// another reply. That is sufficient, because the replies in a thread are made one after another.
  private boolean matches(
      PendingReply pendingReply,
      BotIdentities.Bot bot,
      JsonNode message,
      ReplyMessage replyMessage) {
    var metadata = message.path("metadata");
    if (metadata.path("event_type").asText().equals(EVENT_TYPE)) {
      var marker = metadata.path("event_payload").path(MARKER).asText();
      return marker.equals(pendingReply.marker(replyMessage.number()));
    }
    return replyMessage.postMode() == ReplyMessage.PostMode.STREAM
        && message.path("user").asText().equals(bot.user())
        && !replyQueue.isRecorded(pendingReply, message.path("ts").asText());
  }

  private static String oldest(PendingReply pendingReply) {
    var ts = pendingReply.question().ts();
    return ts != null ? ts : pendingReply.received().minus(TOLERANCE).getEpochSecond() + ".000000";
  }
}
