package org.dossier.database;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Deletes expired rows, at most once an hour, when a caller triggers it. Safe for any number of
/// threads.
public final class HourlyCleanup {
  private static final Duration BETWEEN = Duration.ofHours(1);

  private final Clock clock;
  private final RetentionClock retention;
  private final AtomicReference<Instant> last = new AtomicReference<>(Instant.MIN);

  /// @param nanos a time source that is independent of the wall clock: [System#nanoTime]
  public HourlyCleanup(Database database, Clock clock, LongSupplier nanos) {
    this.clock = clock;
    this.retention = new RetentionClock(database, clock, nanos);
  }

  /// Runs `deletion`, unless it ran within the last hour.
  ///
  /// @param deletion receives the time up to which it may delete: the current time, or the last
  ///   trusted time if the clock has jumped ahead
  public void ifDue(Consumer<Instant> deletion) {
    var now = clock.instant();
    var before = last.get();
    if (isDue(before, now) && last.compareAndSet(before, now)) {
      deletion.accept(retention.observe());
    }
  }

  /// A clock that was set back does not say how long ago the last run was, so the job is due.
  private static boolean isDue(Instant before, Instant now) {
    return now.isBefore(before)
        || before.equals(Instant.MIN)
        || !now.isBefore(before.plus(BETWEEN));
  }
}
