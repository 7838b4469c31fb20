package org.dossier.ingestion.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tables between pipes in text that is not Markdown otherwise. As in Markdown, each row becomes a
/// line with the headers of its values.
final class PipeTables {
  private static final String ROW = "\\h*+(?=[^\\n]*\\|)[^\\n]{1,2000}+";
  private static final String CELL_RULE = "\\h*:?-{2,200}+:?\\h*";

  private static final Pattern TABLE =
      Pattern.compile(
          "(?m)^ROW\\n\\h*+\\|?RULE(?:[|+]RULE)+\\|?\\h*+(?:\\nROW)++(?=\\n|$)"
              .replace("ROW", ROW)
              .replace("RULE", CELL_RULE));

  private PipeTables() {}

  /// `text` with lines instead of tables.
  static String rewrite(String text) {
    if (text.indexOf('|') < 0 || text.indexOf("--") < 0) {
      return text;
    }
    return TABLE
        .matcher(text)
        .replaceAll(table -> {
          var lines = Markdown.body(table.group()).text();
          return Matcher.quoteReplacement(lines.isBlank() ? table.group() : lines);
        });
  }
}
