package org.dossier.slack.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/// Calls methods of Slack's Web API for a workspace, within Slack's rate limits. Thread-safe.
public final class SlackClient {
  private static final Logger LOG = Logger.getLogger(SlackClient.class);

  private final SlackHttpClient api;
  private final WorkspaceTokens workspaceTokens;
  private final RateLimits rateLimits;
  private final SlackMeters meters;
  private final ShutdownSignal shutdownSignal;
  private final SlackConfig config;
  private final AtomicLong dryRuns = new AtomicLong();

  public SlackClient(
      SlackHttpClient api,
      WorkspaceTokens workspaceTokens,
      RateLimits rateLimits,
      SlackMeters meters,
      ShutdownSignal shutdownSignal,
      SlackConfig config) {
    this.api = api;
    this.workspaceTokens = workspaceTokens;
    this.rateLimits = rateLimits;
    this.meters = meters;
    this.shutdownSignal = shutdownSignal;
    this.config = config;
  }

  public RateLimits rateLimits() {
    return rateLimits;
  }

  /// Calls a method once, without waiting.
  ///
  /// @throws SlackApiException if Slack rejects the call
  /// @throws RateLimitedException if a rate limit applies
  /// @throws UnknownOutcomeException if the outcome is unknown
  /// @throws ShutdownException if the bot stops
  public JsonNode tryOnce(String team, String method, ObjectNode arguments) {
    shutdownSignal.check();
    if (config.dryRun()) {
      return dryRun(method, arguments);
    }
    return tryOnce(team, method, () -> api.post(token(team, method), method, arguments));
  }

  /// Calls a method, waiting for rate limits.
  ///
  /// @throws SlackApiException if Slack rejects the call
  /// @throws UnknownOutcomeException if the outcome is unknown
  /// @throws ShutdownException if the bot stops
  public JsonNode callWithRateLimit(String team, String method, ObjectNode arguments) {
    return callWithRateLimit(() -> tryOnce(team, method, arguments));
  }

  /// Calls an idempotent method, retrying until Slack accepts or rejects the call.
  ///
  /// @throws SlackApiException if Slack rejects the call
  /// @throws UnknownOutcomeException if Slack stays unreachable for too long
  /// @throws ShutdownException if the bot stops
  public JsonNode callWithRetry(String team, String method, ObjectNode arguments) {
    return callWithRetry(() -> tryOnce(team, method, arguments));
  }

  /// Calls a method that only reads, retrying like [#callWithRetry], with the same exceptions.
  public JsonNode read(String team, String method, Map<String, String> arguments) {
    return callWithRetry(() -> {
      shutdownSignal.check();
      return tryOnce(team, method, () -> api.get(token(team, method), method, arguments));
    });
  }

  private JsonNode callWithRateLimit(Supplier<JsonNode> call) {
    while (true) {
      try {
        return call.get();
      } catch (RateLimitedException e) {
        shutdownSignal.pause(e.delay());
      }
    }
  }

  private JsonNode callWithRetry(Supplier<JsonNode> call) {
    var backoff = backoff();
    while (true) {
      try {
        return callWithRateLimit(call);
      } catch (UnknownOutcomeException e) {
        LOG.warnf("%s; retrying", e.getMessage());
        backoff.pause(e);
        meters.countRetry();
      }
    }
  }

  /// A backoff for repeating calls whose outcome is unknown.
  public Backoff backoff() {
    return new Backoff(config.deliveryTimeout(), shutdownSignal);
  }

  private JsonNode tryOnce(String team, String method, Supplier<JsonNode> call) {
    var delay = rateLimits.delay(team, method);
    if (delay.isPositive()) {
      throw new RateLimitedException(method, delay);
    }
    try {
      return call.get();
    } catch (RateLimitedException e) {
      meters.countRateLimited(method);
      rateLimits.onRateLimited(team, method, e.delay());
      throw e;
    }
  }

  private Token token(String team, String method) {
    return workspaceTokens
        .find(team)
        .orElseThrow(() -> new SlackApiException(method, "not_authed"));
  }

  private JsonNode dryRun(String method, ObjectNode arguments) {
    LOG.infof("dry run: %s %s", method, arguments);
    return JsonNodeFactory.instance
        .objectNode()
        .put("ok", true)
        .put("ts", "dry." + dryRuns.incrementAndGet());
  }
}
