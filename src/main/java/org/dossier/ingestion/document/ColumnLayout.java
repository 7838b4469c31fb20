package org.dossier.ingestion.document;

import java.util.ArrayList;
import java.util.List;
import org.dossier.ingestion.document.TextRow.Word;

/// The order in which the rows of a page are read: one column after the other. A column is a strip
/// of several rows with prose, and with nothing in the gutter next to it; the rows of a table are
/// too short for that.
final class ColumnLayout {
  private static final int MAX_DEPTH = 6;
  private static final int LEAST_ROWS = 4;
  private static final float LEAST_GUTTER = 0.8f;
  private static final float LARGE_GAP = 1.7f;
  private static final float STEP = 3f;
  private static final float MARGIN = 0.15f;
  private static final int LEAST_CHARACTERS = 14;
  private static final float LEAST_FILL = 0.55f;

  private ColumnLayout() {}

  /// The columns of `rows` in the order of reading, each with its rows from top to bottom.
  static List<List<TextRow>> columns(List<TextRow> rows) {
    var columns = new ArrayList<List<TextRow>>();
    split(rows, 0, columns);
    return columns;
  }

  /// Consecutive rows that no word crosses at a place, from one row to another, exclusive.
  private record Run(int from, int to, int score) {}

  private static void split(List<TextRow> rows, int depth, List<List<TextRow>> columns) {
    if (rows.isEmpty()) {
      return;
    }
    float x = depth < MAX_DEPTH ? gutter(rows) : Float.NaN;
    if (Float.isNaN(x)) {
      columns.add(rows);
      return;
    }
    int at = 0;
    for (var run : runs(rows, x)) {
      split(rows.subList(at, run.from()), depth + 1, columns);
      var band = rows.subList(run.from(), run.to());
      split(side(band, x, true), depth + 1, columns);
      split(side(band, x, false), depth + 1, columns);
      at = run.to();
    }
    split(rows.subList(at, rows.size()), depth + 1, columns);
  }

  /// The place of the gutter with the most rows at both of its sides; NaN if the rows have none.
  private static float gutter(List<TextRow> rows) {
    float left = Float.MAX_VALUE;
    float right = 0;
    for (var row : rows) {
      left = Math.min(left, row.x());
      right = Math.max(right, row.end());
    }
    float margin = MARGIN * (right - left);
    float best = Float.NaN;
    int most = 0;
    for (float x = left + margin; x < right - margin; x += STEP) {
      int score = runs(rows, x).stream().mapToInt(Run::score).sum();
      if (score > most) {
        most = score;
        best = x;
      }
    }
    return best;
  }

  private static List<Run> runs(List<TextRow> rows, float x) {
    var runs = new ArrayList<Run>();
    int from = 0;
    for (int i = 0; i <= rows.size(); i++) {
      if (i == rows.size() || crosses(rows.get(i), x)) {
        int score = score(rows.subList(from, i), x);
        if (score > 0) {
          runs.add(trimmed(rows, from, i, x, score));
        }
        from = i + 1;
      }
    }
    return runs;
  }

  /// A run without the rows above and below its columns: those at one side only, separated by a
  /// gap.
  private static Run trimmed(List<TextRow> rows, int from, int to, float x, int score) {
    var left = side(rows.subList(from, to), x, true);
    var right = side(rows.subList(from, to), x, false);
    float top = Math.max(left.getFirst().y(), right.getFirst().y());
    float bottom = Math.min(left.getLast().y(), right.getLast().y());
    int start = from;
    int end = to;
    for (int i = from + 1; i < to; i++) {
      float size = Math.min(rows.get(i).size(), rows.get(i - 1).size());
      boolean gap = rows.get(i).y() - rows.get(i - 1).y() > LARGE_GAP * size;
      if (gap && rows.get(i).y() <= top) {
        start = i;
      } else if (gap && rows.get(i - 1).y() >= bottom) {
        end = Math.min(end, i);
      }
    }
    return new Run(start, end, score);
  }

  private static boolean crosses(TextRow row, float x) {
    Word before = null;
    for (var word : row.words()) {
      if (word.x() <= x && word.end() >= x) {
        return true;
      }
      if (word.x() > x) {
        return before != null && word.x() - before.end() < LEAST_GUTTER * word.size();
      }
      before = word;
    }
    return false;
  }

  /// The number of rows at the side with fewer of them; 0 if the sides are no columns of prose.
  private static int score(List<TextRow> band, float x) {
    var left = side(band, x, true);
    var right = side(band, x, false);
    if (left.size() < LEAST_ROWS
        || right.size() < LEAST_ROWS
        || !isProse(left)
        || !isProse(right)) {
      return 0;
    }
    float top = Math.max(left.getFirst().y(), right.getFirst().y());
    float bottom = Math.min(left.getLast().y(), right.getLast().y());
    boolean next = bottom - top > 2 * left.getFirst().size();
    return next ? Math.min(left.size(), right.size()) : 0;
  }

  private static boolean isProse(List<TextRow> rows) {
    float left = Float.MAX_VALUE;
    float right = 0;
    float widths = 0;
    int characters = 0;
    for (var row : rows) {
      left = Math.min(left, row.x());
      right = Math.max(right, row.end());
      widths += row.end() - row.x();
      characters += row.length();
    }
    return characters >= LEAST_CHARACTERS * rows.size()
        && widths >= LEAST_FILL * (right - left) * rows.size();
  }

  private static List<TextRow> side(List<TextRow> band, float x, boolean left) {
    var rows = new ArrayList<TextRow>();
    for (var row : band) {
      var words = row.words().stream().filter(word -> word.x() < x == left).toList();
      if (!words.isEmpty()) {
        rows.add(new TextRow(words, row.y()));
      }
    }
    return rows;
  }
}
