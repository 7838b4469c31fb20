package org.dossier.slack.api;

import java.time.Duration;

/// Slack rejected a call because of a rate limit. The call had no effect and can be repeated later.
public final class RateLimitedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Duration delay;

  RateLimitedException(String method, Duration delay) {
    super("Slack limits the rate of " + method + ": retry after " + delay.toSeconds() + " s");
    this.delay = delay;
  }

  /// The time to wait before the next attempt.
  public Duration delay() {
    return delay;
  }
}
