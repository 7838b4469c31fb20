package org.dossier.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.dossier.benchmark.LoadClient.Outcome;
import org.jspecify.annotations.Nullable;

/// A counter of the results of one minute. Safe for any number of threads.
final class LoadTally {
  private static final int DIGITS = 3;
  private static final long EVERY = TimeUnit.SECONDS.toNanos(5);

  private final Histogram micros = new Histogram(DIGITS);
  private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
  private long lastLook = System.nanoTime() - EVERY;
  private double resident;
  private long changes;
  private long failedChanges;

  synchronized void add(Outcome outcome, long nanos) {
    outcomes.merge(outcome, 1L, Long::sum);
    micros.recordValue(TimeUnit.NANOSECONDS.toMicros(nanos));
  }

  synchronized void changed(boolean done) {
    changes++;
    failedChanges += done ? 0 : 1;
  }

  /// Measures the memory of `process` periodically.
  synchronized void sawMemory(@Nullable Long process) {
    if (process == null || System.nanoTime() - lastLook < EVERY) {
      return;
    }
    lastLook = System.nanoTime();
    try {
      resident = Math.max(resident, Memory.residentBytes(Path.of("/proc", process.toString())));
    } catch (IOException e) {
      throw new IllegalStateException("process not found: " + process, e);
    }
  }

  synchronized LoadMinute minute() {
    return new LoadMinute(
        outcomes.getOrDefault(Outcome.ANSWERED, 0L),
        outcomes.getOrDefault(Outcome.ABSTAINED, 0L),
        outcomes.getOrDefault(Outcome.REFUSED, 0L),
        outcomes.getOrDefault(Outcome.FAILED, 0L) + failedChanges,
        changes,
        micros.copy(),
        resident);
  }
}
