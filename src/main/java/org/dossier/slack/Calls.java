package org.dossier.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/// Calls Slack's methods for a workspace at the pace that Slack allows. Safe for any number of
/// threads.
final class Calls {
  private static final Logger LOG = Logger.getLogger(Calls.class);

  private final WebApi api;
  private final Tokens tokens;
  private final Limits limits;
  private final SlackMeters meters;
  private final Stop stop;
  private final SlackConfig config;
  private final AtomicLong dryRuns = new AtomicLong();

  Calls(
      WebApi api, Tokens tokens, Limits limits, SlackMeters meters, Stop stop, SlackConfig config) {
    this.api = api;
    this.tokens = tokens;
    this.limits = limits;
    this.meters = meters;
    this.stop = stop;
    this.config = config;
  }

  Limits limits() {
    return limits;
  }

  /// Calls a method that shows something, at once and once.
  ///
  /// @throws RefusedException if Slack says no
  /// @throws LimitedException if it is too early
  /// @throws UnsureException if it is not known whether it was done
  /// @throws StoppedException if the bot stops
  JsonNode once(String team, String method, ObjectNode arguments) {
    stop.check();
    if (config.dryRun()) {
      return dryRun(method, arguments);
    }
    return once(team, method, () -> api.post(token(team, method), method, arguments));
  }

  /// The same, as soon as Slack allows it.
  ///
  /// @throws RefusedException if Slack says no
  /// @throws UnsureException if it is not known whether it was done
  /// @throws StoppedException if the bot stops
  JsonNode inTime(String team, String method, ObjectNode arguments) {
    return inTime(() -> once(team, method, arguments));
  }

  /// The same for a method that does no more when it is called twice: again and again, until Slack
  /// says yes or no.
  ///
  /// @throws RefusedException if Slack says no
  /// @throws UnsureException if it cannot be reached for too long
  /// @throws StoppedException if the bot stops
  JsonNode untilDone(String team, String method, ObjectNode arguments) {
    return untilDone(() -> once(team, method, arguments));
  }

  /// Calls a method that reads, again and again, until Slack says yes or no. Throws as
  /// [#untilDone].
  JsonNode read(String team, String method, Map<String, String> arguments) {
    return untilDone(() -> {
      stop.check();
      return once(team, method, () -> api.get(token(team, method), method, arguments));
    });
  }

  private JsonNode inTime(Supplier<JsonNode> call) {
    while (true) {
      try {
        return call.get();
      } catch (LimitedException e) {
        stop.pause(e.delay());
      }
    }
  }

  private JsonNode untilDone(Supplier<JsonNode> call) {
    var backoff = backoff();
    while (true) {
      try {
        return inTime(call);
      } catch (UnsureException e) {
        LOG.warnf("%s; trying again", e.getMessage());
        backoff.pause(e);
        meters.retry();
      }
    }
  }

  /// How long to go on trying what Slack gives no clear answer to.
  Backoff backoff() {
    return new Backoff(config.patience(), stop);
  }

  private JsonNode once(String team, String method, Supplier<JsonNode> call) {
    var delay = limits.delay(team, method);
    if (delay.isPositive()) {
      throw new LimitedException(method, delay);
    }
    try {
      return call.get();
    } catch (LimitedException e) {
      meters.limited(method);
      limits.limited(team, method, e.delay());
      throw e;
    }
  }

  private Token token(String team, String method) {
    return tokens.of(team).orElseThrow(() -> new RefusedException(method, "not_authed"));
  }

  private JsonNode dryRun(String method, ObjectNode arguments) {
    LOG.infof("dry run: %s %s", method, arguments);
    return JsonNodeFactory.instance
        .objectNode()
        .put("ok", true)
        .put("ts", "dry." + dryRuns.incrementAndGet());
  }
}
