package org.dossier.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/// Layout of text in the columns of a terminal. A Chinese character takes two columns, a combining
/// accent none.
public final class ColumnLayout {
  private ColumnLayout() {}

  /// The number of columns that `words` take.
  static int columns(String words) {
    return words.codePoints().map(ColumnLayout::columns).sum();
  }

  /// Lines of at most `width` columns, broken at spaces, or inside a word that is longer than a
  /// line. `first` precedes the first line and counts; the other lines are indented by its width.
  public static List<String> wrap(String first, String words, int width) {
    int indent = columns(first);
    int room = Math.max(10, width - indent);
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (var word : words.split(" ", -1)) {
      if (!line.isEmpty() && columns(line.toString()) + 1 + columns(word) > room) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ");
      for (var part : parts(word, room)) {
        if (columns(line.toString()) + columns(part) > room) {
          lines.add(line.toString());
          line.setLength(0);
        }
        line.append(part);
      }
    }
    lines.add(line.toString());
    return indent(first, " ".repeat(indent), lines);
  }

  private static List<String> indent(String first, String others, List<String> lines) {
    var indented = new ArrayList<String>();
    for (var line : lines) {
      indented.add((indented.isEmpty() ? first : others) + line);
    }
    return indented;
  }

  /// The pieces of a word that each fit on a line, nearly always one.
  private static List<String> parts(String word, int room) {
    if (columns(word) <= room) {
      return List.of(word);
    }
    var parts = new ArrayList<String>();
    var part = new StringBuilder();
    int used = 0;
    for (int c : word.codePoints().toArray()) {
      if (used + columns(c) > room) {
        parts.add(part.toString());
        part.setLength(0);
        used = 0;
      }
      part.appendCodePoint(c);
      used += columns(c);
    }
    parts.add(part.toString());
    return parts;
  }

  private static int columns(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.FORMAT,
          Character.CONTROL ->
          0;
      default -> isWide(c) ? 2 : 1;
    };
  }

  /// East Asian wide and full-width characters, and emoji.
  private static boolean isWide(int c) {
    return c >= 0x1100
        && (c <= 0x115f
            || (c >= 0x2e80 && c <= 0xa4cf && c != 0x303f)
            || (c >= 0xac00 && c <= 0xd7a3)
            || (c >= 0xf900 && c <= 0xfaff)
            || (c >= 0xfe30 && c <= 0xfe6f)
            || (c >= 0xff00 && c <= 0xff60)
            || (c >= 0xffe0 && c <= 0xffe6)
            || (c >= 0x20000 && c <= 0x3fffd)
            || Character.isEmojiPresentation(c));
  }
}
