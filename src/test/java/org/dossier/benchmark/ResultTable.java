package org.dossier.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dossier.benchmark.Result.Served;
import org.dossier.benchmark.Result.Taken;

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
    if (!result.taken().isEmpty()) {
      lines.addAll(taken(result.taken()));
    }
    result.served().stream()
        .collect(Collectors.groupingBy(Served::size, TreeMap::new, Collectors.toList()))
        .forEach((size, served) -> lines.addAll(served(size, served)));
    return String.join("\n", lines) + "\n";
  }

  private static List<String> taken(List<Taken> taken) {
    var lines = new ArrayList<String>();
    var first = taken.get(FIRST);
    lines.add(
        String.format(
            Locale.ROOT,
            "Taking in, %,d articles; %,d questions",
            first.articles(),
            first.questions()));
    lines.add("");
    lines.add("| | passages | passages/s | characters/s | answer in first 5 | times the intake |");
    lines.add("|---|---:|---:|---:|---:|---:|");
    for (var one : taken) {
      lines.add(
          String.format(
              Locale.ROOT,
              "| %s | %,d | %.1f | %,.0f | %.1f %% | %.2f |",
              one.who().words(),
              one.passages(),
              one.passagesASecond(),
              one.charactersASecond(),
              100.0 * one.held() / Math.max(1, one.questions()),
              first.charactersASecond() / one.charactersASecond()));
    }
    lines.add("");
    return lines;
  }

  private static List<String> served(int size, List<Served> served) {
    var lines = new ArrayList<String>();
    var first = served.get(FIRST);
    lines.add(String.format(Locale.ROOT, "Asking, %,d passages", size));
    lines.add("");
    lines.add(
        "| | question to passages, ms (p95) | vector to passages, ms (p95) | truly nearest found"
            + " | resident, MB (live heap) | times the speed, question · vector | times the memory |");
    lines.add("|---|---:|---:|---:|---:|---:|---:|");
    for (var one : served) {
      lines.add(
          String.format(
              Locale.ROOT,
              "| %s | %.2f (%.2f) | %.3f (%.3f) | %.1f %% | %.0f (%.0f) | %.1f · %.1f | %.2f |",
              one.who().words(),
              one.whole().median(),
              one.whole().p95(),
              one.nearest().median(),
              one.nearest().p95(),
              100 * one.exact(),
              one.residentMegabytes(),
              one.heapMegabytes(),
              one.whole().median() / first.whole().median(),
              one.nearest().median() / first.nearest().median(),
              one.residentMegabytes() / first.residentMegabytes()));
    }
    lines.add("");
    return lines;
  }
}
