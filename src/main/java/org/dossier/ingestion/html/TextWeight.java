package org.dossier.ingestion.html;

/// The length of a text in letters of an alphabet. An ideograph says as much as four of them, a
/// syllable of Kana or Hangul as three.
final class TextWeight {
  private static final int LETTERS_PER_IDEOGRAPH = 4;
  private static final int LETTERS_PER_SYLLABLE = 3;

  private TextWeight() {}

  static int of(String text) {
    int weight = 0;
    for (int i = 0; i < text.length(); i++) {
      weight += of(text.charAt(i));
    }
    return weight;
  }

  private static int of(char c) {
    if (c >= '\u3400' && c <= '\u9fff') {
      return LETTERS_PER_IDEOGRAPH;
    }
    boolean syllable = (c >= '\u3041' && c < '\u3400') || (c >= '\uac00' && c <= '\ud7a3');
    return syllable ? LETTERS_PER_SYLLABLE : 1;
  }
}
