package org.dossier.ingestion.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dossier.ingestion.html.RowText;

/// Tables between tabs in text, as they are copied from a spreadsheet or a page. Each row becomes a
/// line with the headers of its values.
final class TabTables {
  private static final int FEWEST_ROWS = 3;
  private static final int LONGEST_CELL = 80;

  /// Lines with words before and after a tab.
  private static final Pattern ROWS =
      Pattern.compile(
          "(?m)^[^\\t\\n]{1,200}+\\t[^\\n]{1,2000}+(?:\\n[^\\t\\n]{0,200}+\\t[^\\n]{1,2000}+)++$");

  private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");

  private TabTables() {}

  /// `text` with lines instead of tables.
  static String rewrite(String text) {
    return text.indexOf('\t') < 0
        ? text
        : ROWS.matcher(text).replaceAll(rows -> Matcher.quoteReplacement(lines(rows.group())));
  }

  private static String lines(String block) {
    var rows = new ArrayList<List<String>>();
    block.lines().forEach(line -> rows.add(List.of(line.split("\t", -1))));
    int width = rows.getFirst().size();
    boolean table =
        rows.size() >= FEWEST_ROWS
            && rows.stream().allMatch(row -> row.size() == width)
            && rows.stream().flatMap(List::stream).allMatch(cell -> cell.length() <= LONGEST_CELL)
            && rows.stream().skip(1).allMatch(row -> row.stream().anyMatch(TabTables::hasDigit));
    return table ? String.join("\n", RowText.lines(List.of(), rows)) : block;
  }

  private static boolean hasDigit(String cell) {
    return DIGIT.matcher(cell).find();
  }
}
