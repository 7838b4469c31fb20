package org.dossier.question;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.dossier.text.CombiningMarks;

/// Whether a text carries a name, spelled as it may be: accents, case and one letter of a longer
/// word may differ ("Sergei", "Sergey"), a genitive or plural ending is no difference.
public final class NameMatcher {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final int SPELLED_EITHER_WAY = 6;
  private static final int BEGINNING = 4;

  private final Set<String> words;

  private NameMatcher(Set<String> words) {
    this.words = words;
  }

  /// Reads `texts` for matching.
  public static NameMatcher of(List<String> texts) {
    var words = new HashSet<String>();
    texts.forEach(text -> words.addAll(wordsOf(text)));
    return new NameMatcher(words);
  }

  /// Whether the text carries every word of `name`, in whatever order; a title or first name that
  /// it leaves out may be missing as long as the last word and half of all are there.
  public boolean matches(String name) {
    var wanted = wordsOf(name);
    if (wanted.isEmpty()) {
      return true;
    }
    long found = wanted.stream().filter(this::matchesWord).count();
    var last = wanted.getLast();
    return found == wanted.size()
        || (last.length() >= BEGINNING && matchesWord(last) && 2 * found >= wanted.size());
  }

  private boolean matchesWord(String word) {
    if (words.contains(word)) {
      return true;
    }
    if (word.length() < SPELLED_EITHER_WAY) {
      return word.length() >= BEGINNING
          && (words.contains(word + "s") || words.contains(word + "n"));
    }
    return words.stream().anyMatch(other -> near(word, other));
  }

  /// Alike but for one letter, or one begins the other and goes on for at most three.
  private static boolean near(String a, String b) {
    if (Math.abs(a.length() - b.length()) > 3 || !a.regionMatches(0, b, 0, BEGINNING)) {
      return false;
    }
    return a.startsWith(b) || b.startsWith(a) || oneLetterApart(a, b);
  }

  private static boolean oneLetterApart(String a, String b) {
    int same = 0;
    int least = Math.min(a.length(), b.length());
    while (same < least && a.charAt(same) == b.charAt(same)) {
      same++;
    }
    int sameAtEnd = 0;
    while (sameAtEnd < least - same
        && a.charAt(a.length() - 1 - sameAtEnd) == b.charAt(b.length() - 1 - sameAtEnd)) {
      sameAtEnd++;
    }
    return Math.max(a.length(), b.length()) - same - sameAtEnd <= 1;
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
