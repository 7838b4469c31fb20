package org.dossier.evaluation.question;

import java.util.Locale;
import java.util.regex.Pattern;

/// A text in lower case, with straight quotation marks, and a single space for each white space.
///
/// @param text the folded text
record FoldedText(String text) {
  private static final Pattern SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern SINGLE = Pattern.compile("[’‘]");
  private static final Pattern DOUBLE = Pattern.compile("[“”]");

  static FoldedText of(String text) {
    var straight = DOUBLE.matcher(SINGLE.matcher(text).replaceAll("'")).replaceAll("\"");
    return new FoldedText(SPACE.matcher(straight.toLowerCase(Locale.ROOT)).replaceAll(" "));
  }

  boolean contains(FoldedText words) {
    return text.contains(words.text);
  }
}
