package org.dossier.database;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Deletes what the database keeps no longer: at most once an hour, when somebody comes by. Safe
/// for any number of threads.
public final class HourlyCleanup {
  private static final Duration BETWEEN = Duration.ofHours(1);

  private final Clock clock;
  private final RetentionClock retention;
  private final AtomicReference<Instant> last = new AtomicReference<>(Instant.MIN);

  /// @param nanos counts on whatever happens to the clock: [System#nanoTime]
  public HourlyCleanup(Database database, Clock clock, LongSupplier nanos) {
    this.clock = clock;
    this.retention = new RetentionClock(database, clock, nanos);
  }

  /// Runs `deletion`, unless it was done within the last hour.
  ///
  /// @param deletion is given the time by which it may delete: the clock's, unless that jumped
  ///   ahead, for then it is the last one before
  public void ifDue(Consumer<Instant> deletion) {
    var now = clock.instant();
    var before = last.get();
    if (isDue(before, now) && last.compareAndSet(before, now)) {
      deletion.accept(retention.observe());
    }
  }

  /// A clock that was set back says nothing about how long ago it was.
  private static boolean isDue(Instant before, Instant now) {
    return now.isBefore(before)
        || before.equals(Instant.MIN)
        || !now.isBefore(before.plus(BETWEEN));
  }
}
