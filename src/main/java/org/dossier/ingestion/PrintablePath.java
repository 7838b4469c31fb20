package org.dossier.ingestion;

/// Escaping of external text, such as a file name, for one line of a terminal. Nothing is removed,
/// so that the name of a file can be recognized.
final class PrintablePath {
  private static final int MAX = 300;

  private PrintablePath() {}

  /// `text` with control, formatting and malformed characters escaped, such as `\u001b`, and with
  /// the middle left out if it is very long.
  static String toPrintable(String text) {
    return escape(text.length() <= MAX ? text : shorten(text));
  }

  private static String shorten(String text) {
    int head = text.offsetByCodePoints(0, text.codePointCount(0, MAX / 2) - 1);
    int tail = text.length() - MAX / 2;
    if (Character.isLowSurrogate(text.charAt(tail))) {
      tail++;
    }
    return text.substring(0, head) + "…" + text.substring(tail);
  }

  private static String escape(String text) {
    var printable = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          if (isShown(c)) {
            printable.appendCodePoint(c);
          } else {
            printable.append(String.format("\\u%04x", c));
          }
        });
    return printable.toString();
  }

  /// True for the formatting characters that some languages require. Others can reverse the
  /// direction of a line.
  private static boolean isShown(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED,
          Character.PRIVATE_USE ->
          false;
      case Character.FORMAT -> c == '\u200c' || c == '\u200d';
      default -> true;
    };
  }
}
