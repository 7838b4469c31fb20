package org.dossier.text.phrase;

import java.util.Set;
import java.util.regex.Pattern;

/// Recognizes the English adverbs in "-ly", which no noun phrase ends with: "seriously".
public final class Adverbs {
  private static final Pattern ADVERB = Pattern.compile("\\p{Ll}{2,}ly");
  private static final Set<String> NOUNS_IN_LY =
      Set.of(
          "ally",
          "anomaly",
          "assembly",
          "belly",
          "bully",
          "butterfly",
          "family",
          "fly",
          "folly",
          "jelly",
          "lily",
          "melancholy",
          "monopoly",
          "rally",
          "reply",
          "supply",
          "tally");

  private Adverbs() {}

  /// @param word in lower case
  public static boolean isAdverb(String word) {
    return ADVERB.matcher(word).matches() && !NOUNS_IN_LY.contains(word);
  }
}
