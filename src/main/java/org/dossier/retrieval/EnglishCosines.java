package org.dossier.retrieval;

import java.util.Arrays;
import java.util.List;
import org.dossier.text.LanguageDetector;
import org.dossier.text.MessageLanguage;

/// The cosines that the fusion uses. The embedding model has learned English only: in another
/// language, its vectors do not represent what a text says.
final class EnglishCosines {
  private EnglishCosines() {}

  /// @param cosines the cosine of each passage with the question; NaN if it has no vector
  /// @param languages the language of each passage
  /// @return the cosines; NaN for a passage that is not in English, and for all if `question` is
  ///   not
  static double[] of(double[] cosines, List<String> languages, String question) {
    var english = cosines.clone();
    if (!MessageLanguage.isEnglish(question)) {
      Arrays.fill(english, Double.NaN);
    }
    for (int i = 0; i < english.length; i++) {
      if (!languages.get(i).equals(LanguageDetector.ENGLISH)) {
        english[i] = Double.NaN;
      }
    }
    return english;
  }
}
