package org.dossier.text;

import java.util.Locale;

/// The words and marks next to a position in a text.
public final class TextNeighborhood {
  private static final int MAX_DISTANCE = 40;

  private TextNeighborhood() {}

  /// The word before `at`, in lower case, with straight apostrophes, and with the hyphen that joins
  /// it ("post-2014"). Empty if there is no word, or if anything but white space separates it from
  /// `at`.
  public static String wordBefore(String text, int at) {
    int end = at;
    while (end > 0 && at - end < MAX_DISTANCE && WhiteSpace.isWhiteSpace(text.charAt(end - 1))) {
      end--;
    }
    int start = end;
    if (start > 0 && start == at && text.charAt(start - 1) == '-') {
      start--;
    }
    while (start > 0 && end - start < MAX_DISTANCE && isPart(text.charAt(start - 1))) {
      start--;
    }
    return text.substring(start, end).toLowerCase(Locale.ROOT).replace('’', '\'');
  }

  /// The word after `at`, in its original case; empty if no word follows directly or after white
  /// space.
  public static String wordAfter(String text, int at) {
    int start = at;
    while (start < text.length()
        && start - at < MAX_DISTANCE
        && WhiteSpace.isWhiteSpace(text.charAt(start))) {
      start++;
    }
    int end = start;
    while (end < text.length() && end - start < MAX_DISTANCE && isPart(text.charAt(end))) {
      end++;
    }
    return text.substring(start, end);
  }

  /// The last character before `at` that is not a space; a line feed at the start of a line or of
  /// the text.
  public static char markBefore(String text, int at) {
    int i = at - 1;
    while (i >= 0 && at - i < MAX_DISTANCE && isSpace(text.charAt(i))) {
      i--;
    }
    return i < 0 || WhiteSpace.isLineTerminator(text.charAt(i)) ? '\n' : text.charAt(i);
  }

  /// The first character from `at` on that is not a space; a line feed at the end of a line or of
  /// the text.
  public static char markAfter(String text, int at) {
    int i = at;
    while (i < text.length() && i - at < MAX_DISTANCE && isSpace(text.charAt(i))) {
      i++;
    }
    return i == text.length() || WhiteSpace.isLineTerminator(text.charAt(i))
        ? '\n'
        : text.charAt(i);
  }

  /// True if the character before `at` makes the following digits part of a sum, a number or a
  /// name: "$2014", "3.2014", "B-2014".
  public static boolean isWithinNumber(String text, int at) {
    return at > 0 && "$€£¥₹#.,:+*~-–—".indexOf(text.charAt(at - 1)) >= 0;
  }

  /// True if the word before `at` begins with a capital.
  public static boolean isAfterCapital(String text, int at) {
    int length = wordBefore(text, at).length();
    int end = at;
    while (end > 0 && WhiteSpace.isWhiteSpace(text.charAt(end - 1))) {
      end--;
    }
    return length > 0 && isCapital(text.substring(end - length, end));
  }

  public static boolean isCapital(String word) {
    return !word.isEmpty() && Character.isUpperCase(word.codePointAt(0));
  }

  private static boolean isSpace(char c) {
    return WhiteSpace.isWhiteSpace(c) && !WhiteSpace.isLineTerminator(c);
  }

  private static boolean isPart(char c) {
    return Character.isLetter(c) || c == '\'' || c == '’';
  }
}
