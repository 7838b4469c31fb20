package org.dossier.ingestion.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.dossier.text.LineHyphens;

/// The paragraphs of a page, in the order of reading.
final class PageParagraphs {
  private static final float LARGER_GAP = 1.4f;

  /// A block of fewer rows does not show how wide it is.
  private static final int LEAST_BLOCK = 4;

  private static final float SPACE = 0.5f;
  private static final int LEAST_TABLE = 3;
  private static final float USUAL_PITCH = 1.2f;
  private static final float OTHER_SIZE = 0.12f;
  private static final float INDENT = 0.7f;
  private static final float MOST_INDENT = 5f;
  private static final float SHORT_LINE = 0.15f;
  private static final Pattern ITEM =
      Pattern.compile("(?:[•▪■●◦‣∙·*]|[-–—] |\\(?\\p{Nd}{1,3}[.)] |\\(?[a-z]\\) ).*");

  /// The end of a line in a table of contents.
  private static final Pattern LEADER =
      Pattern.compile("(?<![. ])(?: ?[.·…]){4,}+ *[\\p{Nd}ivxlc]{0,6}$");

  private static final Pattern SENTENCE_END = Pattern.compile("[.!?:…؟][\"”’»)\\]]{0,4}$");

  private final List<Paragraph> paragraphs = new ArrayList<>();
  private final String lower;
  private final float bodySize;
  private boolean isNewColumn;

  private PageParagraphs(String lower, float bodySize) {
    this.lower = lower;
    this.bodySize = bodySize;
  }

  /// A paragraph on one page.
  ///
  /// @param size the font size of its first line
  record Paragraph(String text, float size, boolean bold) {

    /// True if it ends with the end of a sentence.
    boolean isFinished() {
      return endsSentence(text);
    }

    /// True if `next` may be the rest of this paragraph: it is unfinished, and `next` begins in the
    /// middle of a sentence.
    boolean continuesIn(Paragraph next) {
      boolean divided = text.endsWith("-") || text.endsWith("\u00ad");
      return Math.abs(size - next.size) <= OTHER_SIZE * size
          && bold == next.bold
          && !isFinished()
          && (divided || Character.isLowerCase(next.text.codePointAt(0)));
    }
  }

  /// @param lower the text of the document in lower case, whose spellings decide on hyphens
  static List<Paragraph> of(List<TextRow> rows, String lower) {
    var page = new PageParagraphs(lower, bodySize(rows));
    ColumnLayout.columns(rows).forEach(page::addColumn);
    return List.copyOf(page.paragraphs);
  }

  /// The size of most of the text.
  private static float bodySize(List<TextRow> rows) {
    var lengths = new HashMap<Float, Integer>();
    rows.forEach(row -> lengths.merge(row.size(), row.length(), Integer::sum));
    return lengths.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(0f);
  }

  private void addColumn(List<TextRow> rows) {
    float left = (float) rows.stream().mapToDouble(TextRow::x).min().orElse(0);
    float columnRight = right(rows);
    float pitch = pitch(rows);
    isNewColumn = true;
    boolean first = true;
    for (var block : blocks(rows, pitch)) {
      float right = block.size() < LEAST_BLOCK ? columnRight : right(block);
      for (int i = 0; i < block.size(); i++) {
        var row = block.get(i);
        boolean inTable = isInTable(block, i);
        boolean begins =
            i == 0
                ? !first
                : inTable || isInTable(block, i - 1) || begins(block.get(i - 1), row, left, right);
        add(row, inTable ? row.cellText() : row.text(), begins);
        first = false;
      }
    }
  }

  /// Adds a row: as a paragraph, or to the last one. The first row of a column may continue the
  /// last paragraph of the column before.
  private void add(TextRow row, String text, boolean begins) {
    var begun = new Paragraph(text, row.size(), row.isBold());
    if (paragraphs.isEmpty()
        || begins
        || (isNewColumn && !paragraphs.getLast().continuesIn(begun))) {
      paragraphs.add(begun);
    } else {
      var last = paragraphs.removeLast();
      paragraphs.add(
          new Paragraph(
              LineHyphens.join(last.text(), begun.text(), lower, " "), last.size(), last.bold()));
    }
    isNewColumn = false;
  }

  /// True for one of several rows with cells at the same places. Two justified lines may be aligned
  /// by chance.
  private static boolean isInTable(List<TextRow> rows, int at) {
    int from = at;
    int to = at;
    while (from > 0 && rows.get(from).isAlignedWith(rows.get(from - 1))) {
      from--;
    }
    while (to + 1 < rows.size() && rows.get(to).isAlignedWith(rows.get(to + 1))) {
      to++;
    }
    return to - from + 1 >= LEAST_TABLE;
  }

  private static float right(List<TextRow> rows) {
    return (float) rows.stream().mapToDouble(TextRow::end).max().orElse(0);
  }

  /// The rows of a column, separated where the distance of two rows is larger than usual.
  private static List<List<TextRow>> blocks(List<TextRow> rows, float pitch) {
    var blocks = new ArrayList<List<TextRow>>();
    int from = 0;
    for (int i = 1; i <= rows.size(); i++) {
      if (i == rows.size() || isGap(rows.get(i - 1), rows.get(i), pitch)) {
        blocks.add(rows.subList(from, i));
        from = i;
      }
    }
    return blocks;
  }

  /// True if the distance of two rows is larger than usual for their size.
  private static boolean isGap(TextRow before, TextRow row, float pitch) {
    float usual = Math.max(pitch, USUAL_PITCH * Math.min(before.size(), row.size()));
    return row.y() - before.y() > LARGER_GAP * usual;
  }

  private boolean begins(TextRow before, TextRow row, float left, float right) {
    float size = row.size();
    boolean reversed = row.isRightToLeft();
    float indent = reversed ? right - row.end() : row.x() - left;
    float shift = reversed ? before.end() - row.end() : row.x() - before.x();
    float room = reversed ? before.x() - left : right - before.end();
    boolean indented =
        indent > INDENT * size
            && indent < MOST_INDENT * size
            && shift > INDENT * size
            // The further lines of an item are indented, too.
            && !ITEM.matcher(before.text()).matches();
    boolean ended = room > SHORT_LINE * (right - left) && endsSentence(before.text());
    return Math.abs(size - before.size()) > OTHER_SIZE * size
        || row.isBold() != before.isBold()
        || indented
        || ended
        || isBroken(before, row, room)
        || LEADER.matcher(before.text()).find()
        || ITEM.matcher(row.text()).matches();
  }

  /// True if the first word of `row` would have fitted on the line before, so that the line was
  /// ended deliberately. The lines of a headline are broken where it looks well.
  ///
  /// @param room the width that the line before leaves
  private boolean isBroken(TextRow before, TextRow row, float room) {
    float size = row.size();
    boolean headline = size > (1 + OTHER_SIZE) * bodySize || row.isBold();
    var first = row.isRightToLeft() ? row.words().getLast() : row.words().getFirst();
    boolean continues =
        Character.isLowerCase(row.text().codePointAt(0)) && !endsSentence(before.text());
    return !headline && !continues && first.end() - first.x() + SPACE * size < room;
  }

  private static boolean endsSentence(String text) {
    return SENTENCE_END.matcher(text.substring(Math.max(0, text.length() - 6))).find();
  }

  /// The usual distance of the lines in a column.
  private static float pitch(List<TextRow> rows) {
    var distances = new ArrayList<Float>();
    for (int i = 1; i < rows.size(); i++) {
      distances.add(rows.get(i).y() - rows.get(i - 1).y());
    }
    float usual = USUAL_PITCH * rows.getFirst().size();
    if (distances.size() < 3) {
      return usual;
    }
    distances.sort(null);
    // The distances within paragraphs are the smaller ones.
    return distances.get((distances.size() - 1) / 4);
  }
}
