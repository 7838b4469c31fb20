package org.dossier.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The English words for numbers below a hundred, and the words that multiply them.
public final class NumberWords {
  private static final Map<String, Integer> VALUES =
      Map.ofEntries(
          Map.entry("zero", 0),
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12),
          Map.entry("thirteen", 13),
          Map.entry("fourteen", 14),
          Map.entry("fifteen", 15),
          Map.entry("sixteen", 16),
          Map.entry("seventeen", 17),
          Map.entry("eighteen", 18),
          Map.entry("nineteen", 19),
          Map.entry("twenty", 20),
          Map.entry("thirty", 30),
          Map.entry("forty", 40),
          Map.entry("fifty", 50),
          Map.entry("sixty", 60),
          Map.entry("seventy", 70),
          Map.entry("eighty", 80),
          Map.entry("ninety", 90));

  private static final Map<String, Long> SCALES =
      Map.of(
          "dozen", 12L,
          "hundred", 100L,
          "thousand", 1_000L,
          "million", 1_000_000L,
          "billion", 1_000_000_000L,
          "trillion", 1_000_000_000_000L);

  private NumberWords() {}

  /// The words that express a number below a hundred alone.
  public static List<String> small() {
    return List.copyOf(VALUES.keySet());
  }

  /// The value of `word`, 1 for "a" and "an"; -1 if it is not a number below a hundred.
  public static int value(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return lower.equals("a") || lower.equals("an") ? 1 : VALUES.getOrDefault(lower, -1);
  }

  /// The factor of a multiplying word ("dozen", "million"); 0 for any other word.
  public static long scale(String word) {
    return SCALES.getOrDefault(word.toLowerCase(Locale.ROOT), 0L);
  }
}
