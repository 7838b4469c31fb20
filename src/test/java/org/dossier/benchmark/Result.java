package org.dossier.benchmark;

import java.util.Arrays;
import java.util.List;

/// What was measured.
///
/// @param conditions under which
/// @param taken one for each contestant; none where no articles were taken in
/// @param served one for each contestant and size, size by size
record Result(Conditions conditions, List<Taken> taken, List<Served> served) {
  Result {
    taken = List.copyOf(taken);
    served = List.copyOf(served);
  }

  /// @param rounds how often each contestant had its turn
  record Conditions(int cores, String java, String system, int rounds) {
    /// Those of this machine.
    static Conditions here(int rounds) {
      return new Conditions(
          Runtime.getRuntime().availableProcessors(),
          Runtime.version().toString(),
          System.getProperty("os.name") + " " + System.getProperty("os.arch"),
          rounds);
    }
  }

  /// How articles were taken in and found again.
  ///
  /// @param passages that they were cut into
  /// @param passagesASecond the median of the rounds
  /// @param charactersASecond the same, of the articles' text: it does not depend on how they are
  ///   cut
  /// @param questions how many were asked
  /// @param held how many of these found the expected words within the first passages
  record Taken(
      Contestants who,
      int articles,
      long passages,
      double passagesASecond,
      double charactersASecond,
      int questions,
      int held) {}

  /// How synthetic passages were found.
  ///
  /// @param whole from the question's words to passages, as is recommended for each
  /// @param nearest from the question's vector to the nearest passages
  /// @param exact the share of the truly nearest among those
  /// @param residentMegabytes of the process that serves, after garbage was collected
  /// @param heapMegabytes the part of it that is live on the Java heap
  record Served(
      Contestants who,
      int size,
      Latency whole,
      Latency nearest,
      double exact,
      double residentMegabytes,
      double heapMegabytes) {}

  /// In milliseconds; each the median of the rounds.
  record Latency(double median, double p95) {
    /// @param rounds the latencies of each, in nanoseconds
    static Latency of(List<double[]> rounds) {
      return new Latency(
          Result.median(rounds.stream().mapToDouble(round -> percentile(round, 50)).toArray())
              / 1e6,
          Result.median(rounds.stream().mapToDouble(round -> percentile(round, 95)).toArray())
              / 1e6);
    }
  }

  static double median(double[] values) {
    return percentile(values, 50);
  }

  /// The value of that rank, rounded up.
  static double percentile(double[] values, int percent) {
    var ascending = values.clone();
    Arrays.sort(ascending);
    return ascending[Math.ceilDiv(percent * ascending.length, 100) - 1];
  }
}
