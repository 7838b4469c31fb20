package org.dossier;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The tables of docs/reference/configuration.md, generated from the sources: a row for each
/// setting, with its default and its documentation.
///
/// The author of the page decides on the table and the place of a setting. An existing row keeps
/// its place and is rewritten, a row without a setting is removed, and a missing row is inserted
/// after the last row whose name has the longest common prefix with its own.
record ConfigurationReference(Map<String, Setting> settings) {
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(dossier\\.[a-z0-9.-]+|dossier)` \\|.*\\|\n");

  /// @param byDefault empty if the setting has no default
  /// @param words one paragraph on one line; empty if the setting has no documentation
  record Setting(String name, String byDefault, String words) {
    private String row() {
      var shown = byDefault.isEmpty() ? "–" : "`" + byDefault + "`";
      return "| `%s` | %s | %s |\n".formatted(name, shown, words);
    }
  }

  static ConfigurationReference of(Path sources) throws IOException {
    return new ConfigurationReference(SettingsReader.read(sources));
  }

  /// The page with updated tables.
  String filled(String page) {
    var missing = new TreeMap<>(settings);
    var filled =
        new StringBuilder(
            ROW.matcher(page)
                .replaceAll(row -> {
                  var setting = missing.remove(row.group(1));
                  return setting == null ? "" : Matcher.quoteReplacement(setting.row());
                }));
    missing.values().forEach(setting -> filled.insert(placeOf(setting, filled), setting.row()));
    return filled.toString();
  }

  private static int placeOf(Setting setting, CharSequence page) {
    return ROW.matcher(page)
        .results()
        .max(
            Comparator.comparingInt((MatchResult row) -> commonPrefix(row.group(1), setting.name()))
                .thenComparingInt(MatchResult::end))
        .orElseThrow()
        .end();
  }

  /// The number of leading parts that two names have in common.
  private static int commonPrefix(String one, String other) {
    int differs = Arrays.mismatch(one.split("\\."), other.split("\\."));
    return differs < 0 ? Integer.MAX_VALUE : differs;
  }
}
