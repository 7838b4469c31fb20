package org.dossier.verification.analysis;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/// Compares two words as spellings of the same name: with or without accents, in another
/// transliteration, or as a country and its adjective.
public final class NameVariants {
  /// In shorter words, replacing letters would make different names equal.
  private static final int MIN_PHONETIC_LENGTH = 5;

  /// The minimum length of the common beginning of a country and its adjective.
  private static final int MIN_STEM_LENGTH = 3;

  private static final String VOWELS = "aeiouy";
  private static final List<String> DEMONYM_ENDINGS =
      List.of("ians", "ian", "ans", "an", "ese", "ish", "ern", "is", "i");
  private static final Pattern DOUBLED = Pattern.compile("(\\p{L})\\1+");

  private NameVariants() {}

  /// @param a a word of a name in lower case
  /// @param b another
  public static boolean areSame(String a, String b) {
    var one = TextNormalizer.unaccented(a);
    var other = TextNormalizer.unaccented(b);
    if (one.equals(other) || areAliases(one, other)) {
      return true;
    }
    if (LightStemmer.of(one).equals(LightStemmer.of(other))
        && Math.abs(one.length() - other.length()) <= 2) {
      return true;
    }
    boolean longer = one.length() >= MIN_PHONETIC_LENGTH && other.length() >= MIN_PHONETIC_LENGTH;
    return (longer && phoneticKey(one).equals(phoneticKey(other)))
        || isAdjectiveOf(one, other)
        || isAdjectiveOf(other, one);
  }

  static boolean areAliases(String a, String b) {
    var line = WordLists.ALIASES.get(a);
    return line != null && Objects.equals(line, WordLists.ALIASES.get(b));
  }

  /// "Iranian" of "Iran", "Russian" of "Russia".
  static boolean isAdjectiveOf(String adjective, String place) {
    if (adjective.length() <= place.length() - 2
        || !adjective.regionMatches(0, place, 0, MIN_STEM_LENGTH)) {
      return false;
    }
    var bare = withoutFinalVowels(place);
    return DEMONYM_ENDINGS.stream()
        .filter(adjective::endsWith)
        .map(ending -> adjective.substring(0, adjective.length() - ending.length()))
        .map(NameVariants::withoutFinalVowels)
        .anyMatch(base -> base.length() >= MIN_STEM_LENGTH && base.equals(bare));
  }

  private static String withoutFinalVowels(String word) {
    int end = word.length();
    while (end > 0 && VOWELS.indexOf(word.charAt(end - 1)) >= 0) {
      end--;
    }
    return word.substring(0, end);
  }

  /// The word with letters replaced that differ between transliterations.
  private static String phoneticKey(String word) {
    var sound =
        word.replaceAll("^ye", "e")
            .replace("ph", "f")
            .replace("kh", "h")
            .replace("ou", "u")
            .replace("oo", "u")
            .replace("ee", "i")
            .replace("ae", "e")
            .replace('w', 'v')
            .replace('q', 'k')
            .replace('y', 'i')
            .replace('j', 'i');
    return DOUBLED.matcher(sound).replaceAll("$1");
  }
}
