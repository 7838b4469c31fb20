package org.dossier.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Looks in Slack for a part of a reply of which it is not known whether Slack took it. Nothing
/// else ever reads Slack's history. Safe for any number of threads.
final class Sightings {
  static final String EVENT_TYPE = "dossier_reply";
  static final String MARK = "part";

  /// Our clock and Slack's need not agree.
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private final Calls calls;
  private final Bots bots;
  private final Errands errands;

  Sightings(Calls calls, Bots bots, Errands errands) {
    this.calls = calls;
    this.bots = bots;
    this.errands = errands;
  }

  /// Slack's name for the part; empty where it is not there.
  ///
  /// @param thread where to look; null for the channel itself
  /// @throws RefusedException if Slack does not let us look
  Optional<String> find(Errand errand, @Nullable String thread, Part part) {
    var asked = errand.asked();
    var bot = bots.of(asked.team());
    var arguments = new LinkedHashMap<String, String>();
    arguments.put("channel", asked.channel());
    arguments.put("oldest", oldest(errand));
    arguments.put("include_all_metadata", "true");
    arguments.put("limit", "100");
    if (thread != null) {
      arguments.put("ts", thread);
    }
    var method = thread == null ? "conversations.history" : "conversations.replies";
    return find(errand, method, arguments, message -> isIt(errand, bot, message, part));
  }

  private interface Wanted {
    boolean is(JsonNode message);
  }

  private Optional<String> find(
      Errand errand, String method, Map<String, String> arguments, Wanted wanted) {
    while (true) {
      var page = calls.read(errand.asked().team(), method, arguments);
      for (var message : page.path("messages")) {
        if (wanted.is(message)) {
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

  /// Its mark tells; a stream bears none before its end, but it is ours, younger than the question,
  /// and of no other reply, for in a thread one reply is made after the other.
  private boolean isIt(Errand errand, Bots.Bot bot, JsonNode message, Part part) {
    var metadata = message.path("metadata");
    if (metadata.path("event_type").asText().equals(EVENT_TYPE)) {
      var mark = metadata.path("event_payload").path(MARK).asText();
      return mark.equals(errand.mark(part.number()));
    }
    return part.manner() == Part.Manner.STREAM
        && message.path("user").asText().equals(bot.user())
        && !errands.isKnown(errand, message.path("ts").asText());
  }

  private static String oldest(Errand errand) {
    var ts = errand.asked().ts();
    return ts != null ? ts : errand.claimed().minus(TOLERANCE).getEpochSecond() + ".000000";
  }
}
