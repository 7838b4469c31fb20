package org.dossier.slack.api;

import java.time.Duration;

/// Exponential backoff between attempts, with a limit on the total waiting time. Not thread-safe.
public final class Backoff {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final Duration patience;
  private final ShutdownSignal shutdownSignal;
  private Duration pause = FIRST_PAUSE;
  private Duration waited = Duration.ZERO;

  public Backoff(Duration patience, ShutdownSignal shutdownSignal) {
    this.patience = patience;
    this.shutdownSignal = shutdownSignal;
  }

  /// Waits before the next attempt.
  ///
  /// @throws UnknownOutcomeException `fault`, if the total waiting time has reached the limit
  /// @throws ShutdownException if the bot stops
  public void pause(UnknownOutcomeException fault) {
    if (waited.compareTo(patience) >= 0) {
      throw fault;
    }
    shutdownSignal.pause(pause);
    waited = waited.plus(pause);
    pause = longer(pause);
  }

  /// Resets the pause and the total waiting time.
  public void reset() {
    pause = FIRST_PAUSE;
    waited = Duration.ZERO;
  }

  private static Duration longer(Duration pause) {
    var twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
  }
}
