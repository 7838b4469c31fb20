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
  private final AtomicReference<Instant> next = new AtomicReference<>(Instant.MIN);

  public Clearance(Clock clock) {
    this.clock = clock;
  }

  /// Runs `deletion`, which is told what time it is, unless it was done within the last hour.
  public void ifDue(Consumer<Instant> deletion) {
    var now = clock.instant();
    var due = next.get();
    if (!now.isBefore(due) && next.compareAndSet(due, now.plus(BETWEEN))) {
      deletion.accept(now);
    }
  }
}
