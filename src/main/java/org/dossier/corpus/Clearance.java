package org.dossier.corpus;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// Deletes what the database keeps no longer: at most once an hour, when somebody comes by. Safe
/// for any number of threads.
public final class Clearance {
  private static final Duration BETWEEN = Duration.ofHours(1);

  private final Clock clock;
  private final AtomicReference<Instant> last = new AtomicReference<>(Instant.MIN);

  public Clearance(Clock clock) {
    this.clock = clock;
  }

  /// Runs `deletion`, which is told what time it is, unless it was done within the last hour.
  public void ifDue(Consumer<Instant> deletion) {
    var now = clock.instant();
    var before = last.get();
    if (isDue(before, now) && last.compareAndSet(before, now)) {
      deletion.accept(now);
    }
  }

  /// A clock that was set back says nothing about how long ago it was.
  private static boolean isDue(Instant before, Instant now) {
    return now.isBefore(before)
        || before.equals(Instant.MIN)
        || !now.isBefore(before.plus(BETWEEN));
  }
}
