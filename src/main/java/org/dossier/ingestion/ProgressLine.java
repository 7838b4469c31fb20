package org.dossier.ingestion;

import java.time.Clock;
import java.util.Locale;

/// The progress of a run as one line: `1,200 articles · 12.3 of 45.6 MB · 310 articles/s · 2:13
/// left`.
final class ProgressLine {

  /// Before this time, an estimate of the remaining time would fluctuate.
  private static final long SETTLED_MILLIS = 1_000;

  private static final double MEGABYTE = 1_000_000;

  private final Clock clock;
  private long start;
  private long bytes;

  ProgressLine(Clock clock) {
    this.clock = clock;
    this.start = clock.millis();
  }

  void start(long bytesInAll) {
    start = clock.millis();
    bytes = bytesInAll;
  }

  String line(IngestionProgress.State state) {
    long elapsed = Math.max(1, clock.millis() - start);
    var line =
        String.format(
            Locale.ROOT,
            "%,d articles · %,.1f of %,.1f MB",
            state.articles(),
            state.bytes() / MEGABYTE,
            bytes / MEGABYTE);
    if (state.rejected() > 0) {
      line += String.format(Locale.ROOT, " · %,d rejected", state.rejected());
    }
    if (elapsed < SETTLED_MILLIS || state.bytes() == 0) {
      return line;
    }
    long left =
        Math.round((double) Math.max(0, bytes - state.bytes()) / state.bytes() * elapsed / 1_000);
    return line
        + String.format(
            Locale.ROOT,
            " · %,d articles/s · %s left",
            perSecond(state, elapsed),
            RemainingTime.format(left));
  }

  private static long perSecond(IngestionProgress.State state, long millis) {
    return Math.round(state.articles() * 1_000.0 / millis);
  }
}
