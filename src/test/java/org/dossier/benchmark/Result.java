package org.dossier.benchmark;

import java.util.Arrays;
import java.util.List;

/// The result of a benchmark.
///
/// @param conditions the conditions of the measurement
/// @param ingestion one for each contestant; empty if no articles were ingested
/// @param search one for each contestant and size, size by size
record Result(Conditions conditions, List<IngestionResult> ingestion, List<SearchResult> search) {
  Result {
    ingestion = List.copyOf(ingestion);
    search = List.copyOf(search);
  }

  /// @param rounds number of rounds of each contestant
  record Conditions(int cores, String java, String system, int rounds) {
    /// The conditions on this machine.
    static Conditions here(int rounds) {
      return new Conditions(
          Runtime.getRuntime().availableProcessors(),
          Runtime.version().toString(),
          System.getProperty("os.name") + " " + System.getProperty("os.arch"),
          rounds);
    }
  }

  /// The results of ingesting articles and finding them again.
  ///
  /// @param passages number of passages
  /// @param passagesPerSecond the median of the rounds
  /// @param charactersPerSecond the same, of the articles' text, which does not depend on how they
  ///   are split
  /// @param questions number of questions
  /// @param answersFound number of questions with the expected words in the first passages
  record IngestionResult(
      Contestants who,
      int articles,
      long passages,
      double passagesPerSecond,
      double charactersPerSecond,
      int questions,
      int answersFound) {}

  /// The results of searching for synthetic passages.
  ///
  /// @param endToEnd from the question's text to passages, by the recommended method of the
  ///   contestant
  /// @param vectorSearch from the question's vector to the most similar passages
  /// @param recall recall of the exact nearest neighbours
  /// @param residentMegabytes memory of the serving process, after garbage collection
  /// @param heapMegabytes the part of it that is live on the Java heap
  record SearchResult(
      Contestants who,
      int size,
      Latency endToEnd,
      Latency vectorSearch,
      double recall,
      double residentMegabytes,
      double heapMegabytes) {}

  /// Latencies in milliseconds; each is the median of the rounds.
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

  /// The nearest-rank percentile.
  static double percentile(double[] values, int percent) {
    var ascending = values.clone();
    Arrays.sort(ascending);
    return ascending[Math.ceilDiv(percent * ascending.length, 100) - 1];
  }
}
