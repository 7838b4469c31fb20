package org.dossier.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Detects the language of an article or a paragraph, as a primary language subtag (`en`, `fa`) or
/// as [LanguageDetector] returns it. The script decides, and for a Latin script the function words.
/// Names do not count: only words in small letters do.
public final class ProseLanguage {
  private static final WordListFile LISTS = WordListFile.read("prose-languages.txt");
  private static final List<String> LATIN = List.copyOf(LISTS.headings());
  private static final int[] NONE = {};
  private static final Map<String, int[]> LANGUAGES_OF_WORD = languagesOfWords();

  /// Fewer different words of another language are a name or a quotation, or English too ("met").
  private static final int MIN_WORDS = 3;

  /// A text consists of function words by a third at least; a language without a list here, of
  /// fewer words that look like them.
  private static final double MIN_SHARE = 0.25;

  /// A text in two languages is in none of them.
  private static final int MIN_LEAD = 2;

  private ProseLanguage() {}

  /// The language of `text`, which its source or its context says is `stated`. Returns `stated`
  /// unless the words or the script show clearly that the text is in another language.
  ///
  /// @param stated a BCP 47 tag or a result of this method; `null` if unknown, which is the
  ///   likeliest language of the script
  public static String detect(String text, @Nullable String stated) {
    if (text.codePoints().noneMatch(Character::isLetter)) {
      return stated == null ? LanguageDetector.ENGLISH : primary(stated);
    }
    var byScript = LanguageDetector.detect(text);
    var expected = stated == null ? byScript : primary(stated);
    if (byScript.equals(LanguageDetector.ENGLISH)) {
      return byWords(text, expected);
    }
    // Several languages share a script: the source knows which of them it writes.
    return LATIN.contains(expected) ? byScript : expected;
  }

  private static String primary(String tag) {
    return tag.toLowerCase(Locale.ROOT).split("-", 2)[0];
  }

  private static String byWords(String text, String expected) {
    var counts = new int[LATIN.size()];
    var found = new HashSet<String>();
    int words = count(text, counts, found);
    int best = 0;
    for (int language = 1; language < counts.length; language++) {
      best = counts[language] > counts[best] ? language : best;
    }
    int own = LATIN.indexOf(expected);
    boolean isClear =
        differentWords(found, best) >= MIN_WORDS
            && counts[best] >= MIN_SHARE * words
            && (own < 0 || counts[best] >= MIN_LEAD * counts[own]);
    return isClear ? LATIN.get(best) : expected;
  }

  private static long differentWords(Set<String> found, int language) {
    return found.stream()
        .filter(word -> Arrays.stream(LANGUAGES_OF_WORD.get(word)).anyMatch(of -> of == language))
        .count();
  }

  /// Adds the function words of each language to `counts`, and those of any to `found`.
  ///
  /// @return the number of words in small letters
  private static int count(String text, int[] counts, Set<String> found) {
    int words = 0;
    int at = 0;
    while (at < text.length()) {
      int end = endOfWord(text, at);
      if (end > at && Character.isLowerCase(text.charAt(at))) {
        words++;
        var word = text.substring(at, end);
        for (int language : LANGUAGES_OF_WORD.getOrDefault(word, NONE)) {
          counts[language]++;
          found.add(word);
        }
      }
      at = Math.max(end, at + 1);
    }
    return words;
  }

  private static int endOfWord(String text, int start) {
    int end = start;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static Map<String, int[]> languagesOfWords() {
    var languages = new HashMap<String, int[]>();
    for (int language = 0; language < LATIN.size(); language++) {
      for (var word : LISTS.words(LATIN.get(language))) {
        languages.merge(word, new int[] {language}, ProseLanguage::joined);
      }
    }
    return languages;
  }

  private static int[] joined(int[] some, int[] more) {
    var all = Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }
}
