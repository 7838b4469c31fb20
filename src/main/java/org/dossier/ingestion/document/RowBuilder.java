package org.dossier.ingestion.document;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dossier.ingestion.document.TextRow.Word;

/// Arranges the characters of a page in rows of words.
final class RowBuilder {
  /// The share of the font size by which baselines of one row differ.
  private static final float SAME_BASELINE = 0.25f;

  /// The share of the font size from which a gap separates words.
  private static final float WORD_GAP = 0.18f;

  /// The greatest size of a raised or lowered character, as share of that of its row.
  private static final float RAISED_SIZE = 0.86f;

  private static final float RAISED_HEIGHT = 0.7f;
  private static final float LOWERED_DEPTH = 0.35f;
  private static final float ADJACENT = 0.4f;
  private static final int MOST_RAISED = 40;
  private static final String DIGITS = "0123456789";
  private static final String RAISED_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  private static final String LOWERED_DIGITS = "₀₁₂₃₄₅₆₇₈₉";

  private RowBuilder() {}

  /// The rows from top to bottom.
  static List<TextRow> of(List<Glyph> glyphs) {
    var rows = baselines(glyphs);
    mergeRaised(rows);
    return rows.stream().map(RowBuilder::words).filter(row -> !row.words().isEmpty()).toList();
  }

  private static final class Row {
    final List<Glyph> glyphs = new ArrayList<>();
    float y;
    float size;

    void add(Glyph glyph) {
      if (glyphs.isEmpty()) {
        y = glyph.y();
      }
      size = Math.max(size, glyph.size());
      glyphs.add(glyph);
    }
  }

  private static List<Row> baselines(List<Glyph> glyphs) {
    var rows = new ArrayList<Row>();
    var sorted = new ArrayList<>(glyphs);
    sorted.removeIf(Glyph::isBlank);
    sorted.sort(Comparator.comparingDouble(Glyph::y).thenComparingDouble(Glyph::x));
    for (var glyph : sorted) {
      var last = rows.isEmpty() ? null : rows.getLast();
      if (last == null || glyph.y() - last.y > SAME_BASELINE * Math.min(glyph.size(), last.size)) {
        last = new Row();
        rows.add(last);
      }
      last.add(glyph);
    }
    return rows;
  }

  /// Adds superscripts and subscripts to the row that they belong to.
  private static void mergeRaised(List<Row> rows) {
    for (int i = 0; i < rows.size(); i++) {
      var small = rows.get(i);
      boolean merged =
          small.glyphs.size() <= MOST_RAISED
              && ((i + 1 < rows.size() && merge(small, rows.get(i + 1), true))
                  || (i > 0 && merge(small, rows.get(i - 1), false)));
      if (merged) {
        rows.remove(i--);
      }
    }
  }

  private static boolean merge(Row small, Row row, boolean raised) {
    float distance = raised ? row.y - small.y : small.y - row.y;
    float most = (raised ? RAISED_HEIGHT : LOWERED_DEPTH) * row.size;
    if (small.size > RAISED_SIZE * row.size || distance <= 0 || distance > most) {
      return false;
    }
    var all = new ArrayList<>(row.glyphs);
    var converted = new ArrayList<Glyph>();
    small.glyphs.sort(Comparator.comparingDouble(Glyph::x));
    for (var glyph : small.glyphs) {
      if (all.stream().noneMatch(other -> isAdjacent(other, glyph, row.size))) {
        return false;
      }
      all.add(glyph);
      converted.add(glyph.withText(shifted(glyph.text(), raised), row.y, row.size));
    }
    row.glyphs.addAll(converted);
    return true;
  }

  private static boolean isAdjacent(Glyph glyph, Glyph next, float size) {
    return Math.abs(next.x() - glyph.end()) <= ADJACENT * size;
  }

  private static String shifted(String text, boolean raised) {
    int digit = text.length() == 1 ? DIGITS.indexOf(text.charAt(0)) : -1;
    return digit < 0 ? text : (raised ? RAISED_DIGITS : LOWERED_DIGITS).substring(digit, digit + 1);
  }

  private static TextRow words(Row row) {
    row.glyphs.sort(Comparator.comparingDouble(Glyph::x));
    var words = new ArrayList<Word>();
    var word = new StringBuilder();
    Glyph first = row.glyphs.getFirst();
    Glyph last = first;
    for (var glyph : row.glyphs) {
      if (!word.isEmpty() && isRepeated(last, glyph)) {
        continue;
      }
      if (!word.isEmpty() && glyph.x() - last.end() > WORD_GAP * glyph.size()) {
        add(words, word, first, last);
        first = glyph;
      }
      word.append(glyph.text());
      last = glyph;
    }
    add(words, word, first, last);
    return new TextRow(List.copyOf(words), row.y);
  }

  /// True for a character that is printed twice at one place to look bold.
  private static boolean isRepeated(Glyph glyph, Glyph next) {
    return next.text().equals(glyph.text())
        && next.x() - glyph.x() < SAME_BASELINE * (glyph.end() - glyph.x());
  }

  private static void add(List<Word> words, StringBuilder word, Glyph first, Glyph last) {
    var text = Normalizer.normalize(withoutLigatures(word.toString()), Normalizer.Form.NFC);
    word.setLength(0);
    if (!text.isBlank()) {
      words.add(new Word(text, first.x(), last.end(), first.size(), first.bold() && last.bold()));
    }
  }

  /// Latin ligatures and the forms of Arabic letters are those of the page, not of the text.
  private static String withoutLigatures(String word) {
    var text = new StringBuilder();
    word.codePoints()
        .forEach(c -> {
          boolean form = (c >= 0xfb00 && c <= 0xfdff) || (c >= 0xfe70 && c <= 0xfefc);
          text.append(
              form
                  ? Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC)
                  : Character.toString(c));
        });
    return text.toString();
  }
}
