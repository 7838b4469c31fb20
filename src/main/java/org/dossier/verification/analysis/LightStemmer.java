package org.dossier.verification.analysis;

/// Removes the inflectional endings of English, so that the forms of a word become equal:
/// "cooperates", "cooperated" and "cooperating" all become "cooperat". The stems serve to compare
/// two texts, not to be shown.
public final class LightStemmer {
  /// Words of at most this length have no removable ending.
  private static final int SHORTEST = 3;

  /// The minimum length of the common beginning of two forms of a word, and its minimum share of
  /// the longer one.
  private static final int MIN_COMMON_LENGTH = 5;

  private static final double MIN_COMMON_SHARE = 0.6;

  private LightStemmer() {}

  /// @param word in lower case, without a possessive ending
  public static String of(String word) {
    if (word.length() <= SHORTEST || !Character.isLetter(word.charAt(0))) {
      return WordLists.IRREGULAR.getOrDefault(word, word);
    }
    var regular = WordLists.IRREGULAR.get(word);
    return regular == null
        ? withoutFinalVowel(withoutTense(withoutPlural(word)))
        : withoutFinalVowel(regular);
  }

  /// True if two words, or two stems, are probably forms of one word: "administer" and
  /// "administration".
  public static boolean areForms(String word, String other) {
    int longest = Math.max(word.length(), other.length());
    int common = 0;
    while (common < Math.min(word.length(), other.length())
        && word.charAt(common) == other.charAt(common)) {
      common++;
    }
    boolean isBeginning = common == Math.min(word.length(), other.length());
    return word.equals(other)
        || (common >= MIN_COMMON_LENGTH && (isBeginning || common >= MIN_COMMON_SHARE * longest));
  }

  private static String withoutPlural(String word) {
    if (word.endsWith("ies") && word.length() > 4) {
      return cut(word, 3) + "y";
    }
    if (word.endsWith("sses")
        || word.endsWith("shes")
        || word.endsWith("ches")
        || word.endsWith("xes")
        || word.endsWith("zes")) {
      return cut(word, 2);
    }
    boolean plural =
        word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us") && !word.endsWith("is");
    return plural ? cut(word, 1) : word;
  }

  private static String withoutTense(String word) {
    if (word.endsWith("ied") && word.length() > 4) {
      return cut(word, 3) + "y";
    }
    if (word.endsWith("ing") && isStem(cut(word, 3))) {
      return undoubled(cut(word, 3));
    }
    if (word.endsWith("ed") && !word.endsWith("eed") && isStem(cut(word, 2))) {
      return undoubled(cut(word, 2));
    }
    return word.endsWith("ly") && word.length() > 5 ? cut(word, 2) : word;
  }

  private static boolean isStem(String word) {
    return word.length() >= 3 && word.chars().anyMatch(c -> "aeiouy".indexOf(c) >= 0);
  }

  /// "planned" without its ending is "plan"; "call" stays.
  private static String undoubled(String word) {
    int last = word.length() - 1;
    char c = word.charAt(last);
    boolean doubled = c == word.charAt(last - 1) && "lsz".indexOf(c) < 0 && word.length() > 3;
    return doubled && "aeiou".indexOf(c) < 0 ? cut(word, 1) : word;
  }

  /// Makes the stems of "make" and "making", and of "carry" and "carried", equal.
  private static String withoutFinalVowel(String word) {
    if (word.length() <= SHORTEST) {
      return word;
    }
    if (word.endsWith("e")) {
      return cut(word, 1);
    }
    return word.endsWith("y") ? cut(word, 1) + "i" : word;
  }

  private static String cut(String word, int letters) {
    return word.substring(0, word.length() - letters);
  }
}
