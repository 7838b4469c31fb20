package org.dossier.text;

import org.jspecify.annotations.Nullable;

/// The pages of a printed document. A form feed (U+000C) in its text begins the next page, so that
/// an offset into the text determines the page. A page without text is nothing but its form feed.
public final class Pages {
  /// The character that begins a page, except the first.
  public static final char BREAK = '\f';

  private Pages() {}

  /// True if `text` has more than one page.
  public static boolean hasSeveral(String text) {
    return text.indexOf(BREAK) >= 0;
  }

  /// The page at `offset`, from 1; `null` if `text` is not divided into pages.
  public static @Nullable Integer at(String text, int offset) {
    return hasSeveral(text) ? 1 + breaks(text.substring(0, offset)) : null;
  }

  /// The number of page breaks in `text`.
  public static int breaks(String text) {
    return Math.toIntExact(text.chars().filter(c -> c == BREAK).count());
  }

  /// True if a page begins at `at` within a paragraph, which continues on it: the page break is
  /// between a space and a word.
  public static boolean isWithinParagraph(CharSequence text, int at) {
    return text.charAt(at) == BREAK
        && at > 0
        && text.charAt(at - 1) == ' '
        && at + 1 < text.length()
        && !WhiteSpace.isWhiteSpace(text.charAt(at + 1));
  }
}
