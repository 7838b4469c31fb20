package org.dossier.ingestion.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Words on one baseline of a page, from left to right; in a page of several columns, those of all
/// of them.
///
/// @param words never empty
/// @param y the baseline
record TextRow(List<Word> words, float y) {
  /// The least gap between the cells of a table, as share of the font size. A justified line may
  /// have such gaps, but not where the next one has them.
  private static final float WIDE = 1.2f;

  private static final float ALIGNED = 0.3f;
  private static final int LEAST_CELLS = 3;

  /// A word.
  ///
  /// @param x the left edge
  /// @param end the right edge
  record Word(String text, float x, float end, float size, boolean bold) {}

  float x() {
    return words.getFirst().x();
  }

  float end() {
    return words.getLast().end();
  }

  /// The size of the largest part of the text.
  float size() {
    Word longest = words.getFirst();
    for (var word : words) {
      longest = word.text().length() > longest.text().length() ? word : longest;
    }
    return longest.size();
  }

  boolean isBold() {
    return words.stream().allMatch(Word::bold);
  }

  String text() {
    return line(words);
  }

  /// True if this row and `other` are rows of one table: both have the same number of cells, at the
  /// same places.
  boolean isAlignedWith(TextRow other) {
    var cells = cells();
    var others = other.cells();
    if (cells.size() < LEAST_CELLS || cells.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < cells.size(); i++) {
      float left = cells.get(i).x() - others.get(i).x();
      float right = cells.get(i).end() - others.get(i).end();
      if (Math.min(Math.abs(left), Math.abs(right)) > ALIGNED * size()) {
        return false;
      }
    }
    return true;
  }

  /// The text of a row of a table, with bars between the cells.
  String cellText() {
    return cells().stream().map(TextRow::text).collect(Collectors.joining(" | "));
  }

  /// The parts of the row between wide gaps.
  private List<TextRow> cells() {
    var cells = new ArrayList<TextRow>();
    int from = 0;
    for (int i = 1; i <= words.size(); i++) {
      if (i == words.size()
          || words.get(i).x() - words.get(i - 1).end() >= WIDE * words.get(i).size()) {
        cells.add(new TextRow(words.subList(from, i), y));
        from = i;
      }
    }
    return cells;
  }

  private static String line(List<Word> words) {
    return WritingDirection.logical(words.stream().map(Word::text).toList());
  }

  boolean isRightToLeft() {
    return WritingDirection.isRightToLeft(words.stream().map(Word::text).toList());
  }

  int length() {
    return words.stream().mapToInt(word -> word.text().length() + 1).sum() - 1;
  }
}
