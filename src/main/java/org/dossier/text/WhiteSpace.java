package org.dossier.text;

import java.util.regex.Pattern;

/// White space: that of Java, that of Unicode (no-break spaces included), and every line
/// terminator.
public final class WhiteSpace {
  /// A pattern for the white space between two words of one sentence: at most one line break, never
  /// a blank line.
  public static final String BETWEEN_WORDS = "(?:\\h{1,3}+(?:\\R\\h{0,3}+)?+|\\R\\h{0,3}+)";

  private static final Pattern WHITE_SPACE_OR_CONTROL = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

  private WhiteSpace() {}

  /// `text` on one line: each run of Unicode white space and control characters becomes one space,
  /// and both ends are stripped.
  public static String normalize(CharSequence text) {
    return WHITE_SPACE_OR_CONTROL.matcher(text).replaceAll(" ").strip();
  }

  public static boolean isWhiteSpace(char c) {
    return (c <= ' ' && Character.isWhitespace(c))
        || (c > '~' && (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085'));
  }

  /// True if `c` terminates a line.
  public static boolean isLineTerminator(char c) {
    return c == '\n'
        || c == '\r'
        || c == '\u000b'
        || c == '\f'
        || c == '\u0085'
        || c == '\u2028'
        || c == '\u2029';
  }

  /// The span from `from` to `to` without the white space at both ends; empty if it contains
  /// nothing else.
  public static Span trimmed(CharSequence text, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && isWhiteSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isWhiteSpace(text.charAt(end - 1))) {
      end--;
    }
    return new Span(start, end);
  }
}
