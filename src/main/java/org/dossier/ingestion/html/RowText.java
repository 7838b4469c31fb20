package org.dossier.ingestion.html;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The rows of a table as lines that are understood without the table: the name of the row, then
/// each value with the header of its column, `Hill Town, Votes 2019: 980; Votes 2023: 1,455.`
public final class RowText {
  private static final int LONGEST_HEADER = 80;

  /// The headers are repeated in each row. After this many characters they are left out.
  private static final int MOST_TEXT = 1_000_000;

  private static final Pattern FIGURE =
      Pattern.compile("[^\\p{L}]{0,3}\\d[^\\p{L}]{0,40}\\p{L}{0,3}\\.?");
  private static final Pattern YEAR = Pattern.compile("(?:1[5-9]|20)\\d\\d(?:[/–-]\\d{2,4})?");
  private static final String SENTENCE_ENDS = ".!?。！？";

  private final List<String> columns;
  private final List<String> lines = new ArrayList<>();
  private String group = "";
  private boolean groupIsUsed = true;
  private long length;

  private RowText(List<String> columns) {
    this.columns = columns;
  }

  /// The lines of a table; rows without a value are left out. A row with one text in all columns is
  /// the name of the rows below.
  ///
  /// @param headers the rows of headers; if empty, the first row may be one
  /// @param rows the rows of values
  public static List<String> lines(List<List<String>> headers, List<List<String>> rows) {
    boolean first = headers.isEmpty() && isHeader(rows);
    var text = new RowText(columns(first ? rows.subList(0, 1) : headers));
    (first ? rows.subList(1, rows.size()) : rows).forEach(text::add);
    text.endGroup();
    return text.lines;
  }

  static boolean isFigure(String text) {
    return FIGURE.matcher(text.strip()).matches();
  }

  /// True if the first row has words, or years, above a column of figures.
  private static boolean isHeader(List<List<String>> rows) {
    if (rows.size() < 3 || rows.getFirst().stream().anyMatch(cell -> isValue(cell))) {
      return false;
    }
    var first = rows.getFirst();
    for (int column = 1; column < first.size(); column++) {
      int at = column;
      if (!first.get(at).isBlank()
          && rows.stream()
              .skip(1)
              .allMatch(row -> at < row.size() && isFigure(row.get(at)) && !isYear(row.get(at)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isValue(String cell) {
    return isFigure(cell) && !isYear(cell);
  }

  private static boolean isYear(String cell) {
    return YEAR.matcher(cell.strip()).matches();
  }

  /// One header per column; several rows of headers are joined.
  private static List<String> columns(List<List<String>> headers) {
    int width = headers.stream().mapToInt(List::size).max().orElse(0);
    var columns = new ArrayList<String>();
    for (int column = 0; column < width; column++) {
      int at = column;
      var header =
          headers.stream()
              .filter(row -> at < row.size())
              .map(row -> row.get(at).strip())
              .filter(text -> !text.isEmpty())
              .distinct()
              .collect(Collectors.joining(" "));
      columns.add(header.length() > LONGEST_HEADER ? "" : header);
    }
    return columns;
  }

  private void add(List<String> row) {
    var values =
        row.stream().map(String::strip).filter(cell -> !cell.isEmpty()).distinct().toList();
    if (values.size() == 1 && row.size() > 1 && !isFigure(values.getFirst())) {
      endGroup();
      group = values.getFirst();
      groupIsUsed = false;
    } else if (!values.isEmpty()) {
      var line = line(row);
      boolean named = !group.isEmpty() && group.length() <= LONGEST_HEADER && length < MOST_TEXT;
      addLine(named ? group + ", " + line : line);
      groupIsUsed |= named;
    }
  }

  /// A name without rows below it is a note.
  private void endGroup() {
    if (!groupIsUsed) {
      addLine(group);
    }
  }

  private void addLine(String line) {
    boolean ends = SENTENCE_ENDS.indexOf(line.charAt(line.length() - 1)) >= 0;
    lines.add(ends ? line : line + ".");
    length += line.length();
  }

  private String line(List<String> row) {
    var name = row.getFirst().strip();
    boolean named = !name.isEmpty() && !isFigure(name) && row.size() > 1;
    var values = new ArrayList<String>();
    for (int column = named ? 1 : 0; column < row.size(); column++) {
      var value = row.get(column).strip();
      if (!value.isEmpty()) {
        var header = header(column);
        values.add(header.isEmpty() ? value : header + ": " + value);
      }
    }
    return (named ? name + (header(1).isEmpty() ? ": " : ", ") : "") + String.join("; ", values);
  }

  private String header(int column) {
    return column < columns.size() && length < MOST_TEXT ? columns.get(column) : "";
  }
}
