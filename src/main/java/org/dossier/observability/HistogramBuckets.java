package org.dossier.observability;

import java.time.Duration;
import java.util.Arrays;

/// The upper bounds of histograms, close where answers mostly lie.
final class HistogramBuckets {
  /// Of a whole answer: 20 ms without a model, seconds with one.
  static final Duration[] ANSWERS =
      millis(10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000);

  /// Of a stage, most of which take a few milliseconds.
  static final Duration[] STAGES =
      millis(1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000);

  private HistogramBuckets() {}

  private static Duration[] millis(long... bounds) {
    return Arrays.stream(bounds).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
  }
}
