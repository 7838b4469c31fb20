package org.dossier.question;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.dossier.text.CombiningMarks;

/// Finds names in a set of texts regardless of their spelling: accents, case and one letter of a
/// longer word may differ ("Sergei", "Sergey"), and genitive and plural endings are ignored.
public final class NameMatcher {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final int MIN_FUZZY_LENGTH = 6;
  private static final int PREFIX_LENGTH = 4;

  private final Set<String> words;

  private NameMatcher(Set<String> words) {
    this.words = words;
  }

  /// A matcher for the words of `texts`.
  public static NameMatcher of(List<String> texts) {
    var words = new HashSet<String>();
    texts.forEach(text -> words.addAll(wordsOf(text)));
    return new NameMatcher(words);
  }

  /// Returns whether the texts contain every word of `name`, in any order. Words such as a title or
  /// a first name may be missing if the last word and half of all words are present.
  public boolean matches(String name) {
    var nameWords = wordsOf(name);
    if (nameWords.isEmpty()) {
      return true;
    }
    long found = nameWords.stream().filter(this::matchesWord).count();
    var last = nameWords.getLast();
    return found == nameWords.size()
        || (last.length() >= PREFIX_LENGTH && matchesWord(last) && 2 * found >= nameWords.size());
  }

  private boolean matchesWord(String word) {
    if (words.contains(word)) {
      return true;
    }
    if (word.length() < MIN_FUZZY_LENGTH) {
      return word.length() >= PREFIX_LENGTH
          && (words.contains(word + "s") || words.contains(word + "n"));
    }
    return words.stream().anyMatch(other -> isSimilar(word, other));
  }

  /// Returns whether the words differ in one letter, or one is the other with up to three more
  /// letters.
  private static boolean isSimilar(String a, String b) {
    if (Math.abs(a.length() - b.length()) > 3 || !a.regionMatches(0, b, 0, PREFIX_LENGTH)) {
      return false;
    }
    return a.startsWith(b) || b.startsWith(a) || differInOneLetter(a, b);
  }

  private static boolean differInOneLetter(String a, String b) {
    int samePrefix = 0;
    int shorter = Math.min(a.length(), b.length());
    while (samePrefix < shorter && a.charAt(samePrefix) == b.charAt(samePrefix)) {
      samePrefix++;
    }
    int sameSuffix = 0;
    while (sameSuffix < shorter - samePrefix
        && a.charAt(a.length() - 1 - sameSuffix) == b.charAt(b.length() - 1 - sameSuffix)) {
      sameSuffix++;
    }
    return Math.max(a.length(), b.length()) - samePrefix - sameSuffix <= 1;
  }

  private static List<String> wordsOf(String text) {
    var apart = Normalizer.normalize(CombiningMarks.limit(text), Normalizer.Form.NFKD);
    var plain = MARKS.matcher(apart).replaceAll("");
    return WORD.matcher(plain.toLowerCase(Locale.ROOT))
        .results()
        .map(result -> result.group())
        .filter(word -> !word.equals("s"))
        .toList();
  }
}
