package org.dossier.ingestion.format;

import java.util.List;
import java.util.Optional;

/// The first lines of a plain text.
final class HeaderLines {
  private static final int LINES_LOOKED_AT = 40;

  private final String text;
  private final List<String> lines;

  HeaderLines(String text) {
    this.text = text;
    this.lines = text.lines().limit(LINES_LOOKED_AT).toList();
  }

  int size() {
    return lines.size();
  }

  /// A line without the white space around it.
  String get(int index) {
    return lines.get(index).strip();
  }

  boolean isBlank(int index) {
    return lines.get(index).isBlank();
  }

  /// The next line after `index` that is not blank.
  Optional<Integer> next(int index) {
    for (int i = index + 1; i < lines.size(); i++) {
      if (!isBlank(i)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /// The last line before `index` that is not blank.
  Optional<Integer> previous(int index) {
    for (int i = index - 1; i >= 0; i--) {
      if (!isBlank(i)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /// True for a line that states a date.
  boolean isDate(int index) {
    return BylineParser.of(get(index))
        .filter(stated -> stated.published() != null || stated.updated() != null)
        .isPresent();
  }

  /// The text from the line `index` on.
  String textFrom(int index) {
    int start = 0;
    for (int i = 0; i < index; i++) {
      int end = text.indexOf('\n', start);
      start = end < 0 ? text.length() : end + 1;
    }
    return text.substring(start).strip();
  }

  static boolean isOneWord(String line) {
    return line.codePoints()
        .noneMatch(c -> Character.isWhitespace(c) || Character.isIdeographic(c));
  }

  /// True for a line that does not end a sentence.
  static boolean endsLikeATitle(String line) {
    int last = line.codePointBefore(line.length());
    return Character.isLetterOrDigit(last) || "?!؟%)\"'”’»".indexOf(last) >= 0;
  }
}
