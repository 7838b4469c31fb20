package org.dossier.ingestion.document;

import java.util.List;

/// Words on one baseline of a page, from left to right; in a page of several columns, those of all
/// of them.
///
/// @param words never empty
/// @param y the baseline
record TextRow(List<Word> words, float y) {

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
    return WritingDirection.logical(words.stream().map(Word::text).toList());
  }

  int length() {
    return words.stream().mapToInt(word -> word.text().length() + 1).sum() - 1;
  }
}
