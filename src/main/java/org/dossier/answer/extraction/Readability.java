package org.dossier.answer.extraction;

import java.util.regex.Pattern;

/// Recognizes sentences that can be part of an answer.
final class Readability {
  private static final int MIN_WORDS = 5;
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private Readability() {}

  /// False for headings, fragments and questions.
  static boolean isReadable(String sentence) {
    var text = sentence.strip();
    return SPACE.splitAsStream(text).count() >= MIN_WORDS && !text.endsWith("?");
  }
}
