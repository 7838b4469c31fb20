package org.dossier.text;

import java.text.Normalizer;

/// The spelling of a text as its readers see it: words are whole, characters are in Unicode's
/// composed form (NFC), and ligatures are letters. To be applied to what is ingested, before
/// offsets into the text exist.
public final class TextCleaner {
  private static final char FIRST_LIGATURE = '\uFB00';
  private static final String[] LIGATURES = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};

  private TextCleaner() {}

  /// `text` without invisible characters within words and without hyphens at the ends of wrapped
  /// lines. Line ends that divide no word are unchanged.
  ///
  /// @param text with `\n` as line end
  public static String clean(String text) {
    return composed(InvisibleCharacters.removeWithin(LineHyphens.join(text)));
  }

  /// The characters for "ff" to "st", which print shops use for the shape of two letters.
  private static String withoutLigatures(String text) {
    if (text.chars().noneMatch(c -> c >= FIRST_LIGATURE && c < FIRST_LIGATURE + LIGATURES.length)) {
      return text;
    }
    var letters = new StringBuilder();
    for (int at = 0; at < text.length(); at++) {
      int ligature = text.charAt(at) - FIRST_LIGATURE;
      if (ligature >= 0 && ligature < LIGATURES.length) {
        letters.append(LIGATURES[ligature]);
      } else {
        letters.append(text.charAt(at));
      }
    }
    return letters.toString();
  }

  private static String composed(String text) {
    if (text.chars().allMatch(c -> c < 0x300)) {
      return text;
    }
    var spelled = withoutLigatures(text);
    var limited = CombiningMarks.limit(spelled);
    return Normalizer.isNormalized(limited, Normalizer.Form.NFC)
        ? spelled
        : Normalizer.normalize(limited, Normalizer.Form.NFC);
  }
}
