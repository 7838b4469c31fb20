package org.dossier.slack.api;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Exponential backoff between attempts, optionally with a limit on the total waiting time. Not
/// thread-safe.
public final class Backoff {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final @Nullable Duration limit;
  private final ShutdownSignal shutdownSignal;
  private Duration pause = FIRST_PAUSE;
  private Duration waited = Duration.ZERO;

  /// A backoff without a limit: it ends only when the bot stops.
  public Backoff(ShutdownSignal shutdownSignal) {
    this.limit = null;
    this.shutdownSignal = shutdownSignal;
  }

  /// @param limit the total waiting time after which [#pause] gives up
  public Backoff(Duration limit, ShutdownSignal shutdownSignal) {
    this.limit = limit;
    this.shutdownSignal = shutdownSignal;
  }

  /// Waits before the next attempt.
  ///
  /// @throws UnknownOutcomeException `fault`, if the total waiting time has reached the limit
  /// @throws ShutdownException if the bot stops
  public void pause(UnknownOutcomeException fault) {
    if (limit != null && waited.compareTo(limit) >= 0) {
      throw fault;
    }
    shutdownSignal.pause(pause);
    waited = waited.plus(pause);
    pause = next(pause);
  }

  /// Resets the pause and the total waiting time.
  public void reset() {
    pause = FIRST_PAUSE;
    waited = Duration.ZERO;
  }

  private static Duration next(Duration pause) {
    var twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
  }
}
