package org.dossier.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dossier.benchmark.Result.IngestionResult;
import org.dossier.benchmark.Result.SearchResult;

/// A result as Markdown tables. The last column says how many times better the first contestant is
/// than the one in the row.
final class ResultTable {
  private static final int FIRST = 0;

  private ResultTable() {}

  static String of(Result result) {
    var lines = new ArrayList<String>();
    var on = result.conditions();
    lines.add(
        String.format(
            Locale.ROOT,
            "%d cores, %s, Java %s, %d rounds",
            on.cores(),
            on.system(),
            on.java(),
            on.rounds()));
    lines.add("");
    if (!result.ingestion().isEmpty()) {
      lines.addAll(ingestionRows(result.ingestion()));
    }
    result.search().stream()
        .collect(Collectors.groupingBy(SearchResult::size, TreeMap::new, Collectors.toList()))
        .forEach((size, searchResult) -> lines.addAll(searchRows(size, searchResult)));
    return String.join("\n", lines) + "\n";
  }

  private static List<String> ingestionRows(List<IngestionResult> ingestionResult) {
    var lines = new ArrayList<String>();
    var first = ingestionResult.get(FIRST);
    lines.add(
        String.format(
            Locale.ROOT,
            "Ingestion, %,d articles; %,d questions",
            first.articles(),
            first.questions()));
    lines.add("");
    lines.add("| | passages | passages/s | characters/s | answer in first 5 | ingestion speedup |");
    lines.add("|---|---:|---:|---:|---:|---:|");
    for (var one : ingestionResult) {
      lines.add(
          String.format(
              Locale.ROOT,
              "| %s | %,d | %.1f | %,.0f | %.1f %% | %.2f |",
              one.who().words(),
              one.passages(),
              one.passagesPerSecond(),
              one.charactersPerSecond(),
              100.0 * one.answersFound() / Math.max(1, one.questions()),
              first.charactersPerSecond() / one.charactersPerSecond()));
    }
    lines.add("");
    return lines;
  }

  private static List<String> searchRows(int size, List<SearchResult> searchResult) {
    var lines = new ArrayList<String>();
    var first = searchResult.get(FIRST);
    lines.add(String.format(Locale.ROOT, "Search, %,d passages", size));
    lines.add("");
    lines.add(
        "| | question to passages, ms (p95) | vector to passages, ms (p95) | recall of nearest neighbours"
            + " | resident, MB (live heap) | speedup, question · vector | memory ratio |");
    lines.add("|---|---:|---:|---:|---:|---:|---:|");
    for (var one : searchResult) {
      lines.add(
          String.format(
              Locale.ROOT,
              "| %s | %.2f (%.2f) | %.3f (%.3f) | %.1f %% | %.0f (%.0f) | %.1f · %.1f | %.2f |",
              one.who().words(),
              one.endToEnd().median(),
              one.endToEnd().p95(),
              one.vectorSearch().median(),
              one.vectorSearch().p95(),
              100 * one.recall(),
              one.residentMegabytes(),
              one.heapMegabytes(),
              one.endToEnd().median() / first.endToEnd().median(),
              one.vectorSearch().median() / first.vectorSearch().median(),
              one.residentMegabytes() / first.residentMegabytes()));
    }
    lines.add("");
    return lines;
  }
}
