package org.dossier.text;

/// The combining marks of a text: the accents and other signs that attach to the letter before
/// them.
public final class CombiningMarks {
  /// The limit of Unicode's Stream-Safe Text Format (UAX #15). No language needs more marks on one
  /// letter.
  private static final int MAX_MARKS = 30;

  private static final char FIRST = '\u0300';

  private CombiningMarks() {}

  /// `text` with at most 30 marks in a row; the same text if it has no longer run. Call this before
  /// normalizing a text: normalization takes quadratic time in the length of such a run.
  public static String limit(String text) {
    int marks = 0;
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      marks = isMark(text.codePointAt(at)) ? marks + 1 : 0;
      if (marks > MAX_MARKS) {
        return withoutSurplus(text);
      }
    }
    return text;
  }

  private static String withoutSurplus(String text) {
    var kept = new StringBuilder(text.length());
    int marks = 0;
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      int c = text.codePointAt(at);
      marks = isMark(c) ? marks + 1 : 0;
      if (marks <= MAX_MARKS) {
        kept.appendCodePoint(c);
      }
    }
    return kept.toString();
  }

  private static boolean isMark(int c) {
    if (c < FIRST) {
      return false;
    }
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
          true;
      default -> false;
    };
  }
}
