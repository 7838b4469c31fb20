package org.dossier.observability;

import java.time.Duration;
import java.util.Arrays;

/// The upper bounds of histogram buckets, dense in the usual range.
final class HistogramBuckets {
  /// Bounds for a whole answer: 20 ms without an LLM, seconds with one.
  static final Duration[] ANSWERS =
      millis(10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000);

  /// Bounds for a stage; most stages take a few milliseconds.
  static final Duration[] STAGES =
      millis(1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000);

  private HistogramBuckets() {}

  private static Duration[] millis(long... bounds) {
    return Arrays.stream(bounds).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
  }
}
