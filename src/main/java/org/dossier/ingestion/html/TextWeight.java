package org.dossier.ingestion.html;

/// The length of a text in letters of an alphabet. An ideograph or a syllable of Hangul says as
/// much as three of them.
final class TextWeight {
  private static final int LETTERS_PER_IDEOGRAPH = 3;

  private TextWeight() {}

  static int of(String text) {
    int weight = text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ideograph = (c >= '\u3041' && c <= '\u9fff') || (c >= '\uac00' && c <= '\ud7a3');
      weight += ideograph ? LETTERS_PER_IDEOGRAPH - 1 : 0;
    }
    return weight;
  }
}
