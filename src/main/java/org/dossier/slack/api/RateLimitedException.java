package org.dossier.slack.api;

import java.time.Duration;

/// Slack did nothing, and is to be asked again later.
public final class RateLimitedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Duration delay;

  RateLimitedException(String method, Duration delay) {
    super("Slack lets " + method + " wait for " + delay.toSeconds() + " s");
    this.delay = delay;
  }

  /// How much later.
  public Duration delay() {
    return delay;
  }
}
