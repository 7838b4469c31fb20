package org.dossier.evaluation.question;

import java.util.Arrays;
import java.util.Collection;

/// The latencies of questions.
///
/// @param nanoseconds ascending; not empty
record Latencies(long[] nanoseconds) {
  private static final double NANOSECONDS_A_MILLISECOND = 1e6;

  static Latencies of(Collection<Long> nanoseconds) {
    if (nanoseconds.isEmpty()) {
      throw new IllegalArgumentException("no latencies");
    }
    var ascending = nanoseconds.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(ascending);
    return new Latencies(ascending);
  }

  /// The nearest-rank percentile in milliseconds: the value of that rank, rounded up.
  ///
  /// @param percent above 0, at most 100
  double percentile(int percent) {
    int rank = Math.ceilDiv(percent * nanoseconds.length, 100);
    return nanoseconds[rank - 1] / NANOSECONDS_A_MILLISECOND;
  }
}
