package org.dossier.evaluation;

import java.util.Locale;
import java.util.regex.Pattern;

/// The lines of a plain-text report.
public final class ReportText {
  private static final int MAX_LENGTH = 400;
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");

  private final StringBuilder text = new StringBuilder();

  /// Appends a single line, regardless of control characters in articles and questions.
  ///
  /// @param format as in [String#format]
  public void line(String format, Object... arguments) {
    var line = CONTROL.matcher(String.format(Locale.ROOT, format, arguments)).replaceAll(" ");
    text.append(line.stripTrailing()).append('\n');
  }

  /// `words`, or their first 400 characters and an ellipsis.
  public static String shorten(String words) {
    return words.codePointCount(0, words.length()) <= MAX_LENGTH
        ? words
        : words.substring(0, words.offsetByCodePoints(0, MAX_LENGTH)) + "…";
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
