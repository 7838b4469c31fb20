package org.dossier.text;

import java.text.Normalizer;

/// The spelling of a text as its readers see it: words are whole, characters are in Unicode's
/// composed form (NFC). To be applied to what is ingested, before offsets into the text exist.
public final class TextCleaner {
  private TextCleaner() {}

  /// `text` without invisible characters within words and without hyphens at the ends of wrapped
  /// lines. Line ends that divide no word are unchanged.
  ///
  /// @param text with `\n` as line end
  public static String clean(String text) {
    return composed(InvisibleCharacters.removeWithin(LineHyphens.join(text)));
  }

  private static String composed(String text) {
    if (text.chars().allMatch(c -> c < 0x300)) {
      return text;
    }
    var limited = CombiningMarks.limit(text);
    return Normalizer.isNormalized(limited, Normalizer.Form.NFC)
        ? text
        : Normalizer.normalize(limited, Normalizer.Form.NFC);
  }
}
