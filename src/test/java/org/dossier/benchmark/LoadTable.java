package org.dossier.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The results of a steady load as a Markdown table: a row for each minute, and one for the total.
final class LoadTable {
  private static final double MICROS_A_MILLISECOND = 1000;
  private static final double BYTES_A_MEGABYTE = 1 << 20;

  private LoadTable() {}

  static String of(int rate, List<LoadMinute> minutes) {
    var lines = new ArrayList<String>();
    lines.add(rate + " questions per second, milliseconds from the due time");
    lines.add("");
    lines.add(
        "| minute | answered | abstained | refused | failed | median | 95 % | 99 % | worst"
            + " | resident, MB |");
    lines.add("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
    for (int i = 0; i < minutes.size(); i++) {
      lines.add(row(String.valueOf(i + 1), minutes.get(i)));
    }
    var all = minutes.stream().reduce(LoadMinute::and).orElseThrow();
    lines.add(row("all", all));
    lines.add("");
    lines.add(all.changes() + " changes of articles");
    return String.join("\n", lines) + "\n";
  }

  private static String row(String name, LoadMinute minute) {
    return String.format(
        Locale.ROOT,
        "| %s | %,d | %,d | %,d | %,d | %.0f | %.0f | %.0f | %.0f | %.0f |",
        name,
        minute.answered(),
        minute.abstained(),
        minute.refused(),
        minute.failed(),
        millis(minute, 50),
        millis(minute, 95),
        millis(minute, 99),
        millis(minute, 100),
        minute.resident() / BYTES_A_MEGABYTE);
  }

  private static double millis(LoadMinute minute, double percentile) {
    return minute.micros().getValueAtPercentile(percentile) / MICROS_A_MILLISECOND;
  }
}
