package org.dossier.text;

import java.util.Locale;

/// The words and marks beside a place in a text.
public final class TextNeighborhood {
  private static final int FARTHEST = 40;

  private TextNeighborhood() {}

  /// The word before `at`, in lower case, straight apostrophes; with its hyphen if that joins it
  /// ("post-2014"); empty if something other than white space stands between, or there is none.
  public static String before(String text, int at) {
    int end = at;
    while (end > 0 && at - end < FARTHEST && WhiteSpace.is(text.charAt(end - 1))) {
      end--;
    }
    int start = end;
    if (start > 0 && start == at && text.charAt(start - 1) == '-') {
      start--;
    }
    while (start > 0 && end - start < FARTHEST && isPart(text.charAt(start - 1))) {
      start--;
    }
    return text.substring(start, end).toLowerCase(Locale.ROOT).replace('’', '\'');
  }

  /// The word after `at`, as it stands; empty if there is none right behind the white space.
  public static String after(String text, int at) {
    int start = at;
    while (start < text.length() && start - at < FARTHEST && WhiteSpace.is(text.charAt(start))) {
      start++;
    }
    int end = start;
    while (end < text.length() && end - start < FARTHEST && isPart(text.charAt(end))) {
      end++;
    }
    return text.substring(start, end);
  }

  /// The last character before `at` that is not a space; a line feed where the line or the text
  /// starts there.
  public static char markBefore(String text, int at) {
    int i = at - 1;
    while (i >= 0 && at - i < FARTHEST && isSpace(text.charAt(i))) {
      i--;
    }
    return i < 0 || WhiteSpace.endsLine(text.charAt(i)) ? '\n' : text.charAt(i);
  }

  /// The first character from `at` on that is not a space; a line feed where the line or the text
  /// ends there.
  public static char markAfter(String text, int at) {
    int i = at;
    while (i < text.length() && i - at < FARTHEST && isSpace(text.charAt(i))) {
      i++;
    }
    return i == text.length() || WhiteSpace.endsLine(text.charAt(i)) ? '\n' : text.charAt(i);
  }

  /// Whether the character before `at` makes what follows a part of a sum, a number or a name:
  /// "$2014", "3.2014", "B-2014".
  public static boolean isWithinFigure(String text, int at) {
    return at > 0 && "$€£¥₹#.,:+*~-–—".indexOf(text.charAt(at - 1)) >= 0;
  }

  /// Whether the word before `at` has a capital.
  public static boolean isAfterCapital(String text, int at) {
    int length = before(text, at).length();
    int end = at;
    while (end > 0 && WhiteSpace.is(text.charAt(end - 1))) {
      end--;
    }
    return length > 0 && isCapital(text.substring(end - length, end));
  }

  public static boolean isCapital(String word) {
    return !word.isEmpty() && Character.isUpperCase(word.codePointAt(0));
  }

  private static boolean isSpace(char c) {
    return WhiteSpace.is(c) && !WhiteSpace.endsLine(c);
  }

  private static boolean isPart(char c) {
    return Character.isLetter(c) || c == '\'' || c == '’';
  }
}
