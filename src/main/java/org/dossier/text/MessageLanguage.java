package org.dossier.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Detects the language of a short message by its script and its function words. Names do not
/// count, so that "What is Der Spiegel?" is English.
public final class MessageLanguage {
  private static final WordListFile LISTS = WordListFile.read("message-languages.txt");

  /// The languages with a Latin script, other than English.
  private static final List<String> LATIN = List.of("de", "fr", "es", "it", "pt", "nl", "tr");

  /// The words of each language: those that count twice, and the others.
  private static final Map<String, List<Set<String>>> WORDS =
      Stream.concat(Stream.of(LanguageDetector.ENGLISH), LATIN.stream())
          .collect(
              Collectors.toUnmodifiableMap(
                  Function.identity(),
                  language -> List.of(LISTS.words(language + ": strong"), LISTS.words(language))));

  private static final Set<String> PERSIAN_WORDS = LISTS.words("fa");
  private static final Set<String> ARABIC_WORDS = LISTS.words("ar");

  /// Letters that one language writes, in words that are not names.
  private static final Map<String, Pattern> LETTERS =
      Map.of(
          "de", Pattern.compile("[äß]"),
          "fr", Pattern.compile("[œèêûù]"),
          "es", Pattern.compile("[ñ¿¡]"),
          "pt", Pattern.compile("[ãõ]"),
          "tr", Pattern.compile("[ğşı]"));

  private static final Pattern WORD =
      Pattern.compile("[¿¡]?[\\p{L}\\p{M}]++(?:['’-][\\p{L}\\p{M}]++)*+");

  private static final Set<String> PARTICLES = WordListFile.read("names.txt").words("particles");

  private static final String ARABIC_LETTERS = "ةأإىكي";
  private static final String PERSIAN_LETTERS = "پچژگکی";

  /// One word of a language is too little evidence: it may be a name.
  private static final int MIN_EVIDENCE = 2;

  private MessageLanguage() {}

  /// The language of `message`, as a BCP 47 tag: one of `en`, `de`, `fr`, `es`, `it`, `pt`, `nl`,
  /// `tr`, `ru`, `fa` and `ar`; for another script the likeliest tag, or `und`. English if nothing
  /// indicates another language.
  public static String detect(String message) {
    var byScript = LanguageDetector.detect(message);
    return switch (byScript) {
      case LanguageDetector.ENGLISH -> latin(message);
      case "ar", "fa" -> arabicOrPersian(message);
      case LanguageDetector.CJK -> LanguageDetector.OTHER;
      default -> byScript;
    };
  }

  /// True if `message` is likely in English.
  public static boolean isEnglish(String message) {
    return detect(message).equals(LanguageDetector.ENGLISH);
  }

  private static String latin(String message) {
    var words = commonWords(message);
    int english = score(words, LanguageDetector.ENGLISH);
    var best = LanguageDetector.ENGLISH;
    int highest = english;
    for (var language : LATIN) {
      int score = score(words, language);
      if (score > highest && evidence(words, language) >= MIN_EVIDENCE) {
        best = language;
        highest = score;
      }
    }
    return best;
  }

  /// The words in lower case, without names: words with a capital after the first one, and
  /// particles between them.
  private static List<String> commonWords(String message) {
    var words = WORD.matcher(message).results().map(MatchResult::group).toList();
    boolean allCapitals = message.equals(message.toUpperCase(Locale.ROOT));
    var common = new ArrayList<String>();
    for (int at = 0; at < words.size(); at++) {
      boolean inName = at > 0 && (isCapital(words, at) || isParticle(words, at));
      if (allCapitals || !inName) {
        common.add(words.get(at).toLowerCase(Locale.ROOT).replace('’', '\''));
      }
    }
    return common;
  }

  private static boolean isCapital(List<String> words, int at) {
    return at < words.size() && Character.isUpperCase(words.get(at).codePointAt(0));
  }

  /// True for each particle of "Rio de Janeiro" and "Ursula von der Leyen".
  private static boolean isParticle(List<String> words, int at) {
    if (!PARTICLES.contains(words.get(at))) {
      return false;
    }
    boolean first = isCapital(words, at - 1);
    boolean afterParticle =
        at > 1 && PARTICLES.contains(words.get(at - 1)) && isCapital(words, at - 2);
    boolean beforeParticle =
        at + 1 < words.size() && PARTICLES.contains(words.get(at + 1)) && isCapital(words, at + 2);
    return (first || afterParticle) && (isCapital(words, at + 1) || beforeParticle);
  }

  private static int score(List<String> words, String language) {
    return words.stream().mapToInt(word -> weight(word, language)).sum();
  }

  /// The score of the words that are not English. A single letter is no evidence: it may be one of
  /// "e coli".
  private static int evidence(List<String> words, String language) {
    return score(
        words.stream()
            .filter(word -> word.length() > 1)
            .filter(word -> weight(word, LanguageDetector.ENGLISH) == 0)
            .toList(),
        language);
  }

  private static int weight(String word, String language) {
    var words = Objects.requireNonNull(WORDS.get(language), language);
    var plain = word.replaceFirst("^[¿¡]", "");
    if (words.getFirst().contains(plain)) {
      return 2;
    }
    // "l'accord", "dell'Iran"
    int apostrophe = plain.indexOf('\'');
    var elided = apostrophe > 0 ? plain.substring(0, apostrophe) : plain;
    if (words.getLast().contains(plain) || words.getLast().contains(elided)) {
      return 1;
    }
    var letters = LETTERS.get(language);
    return letters != null && letters.matcher(word).find() ? 1 : 0;
  }

  private static String arabicOrPersian(String message) {
    var words = WORD.matcher(message).results().map(MatchResult::group).toList();
    long persian =
        words.stream().filter(PERSIAN_WORDS::contains).count() + count(message, PERSIAN_LETTERS);
    long arabic =
        words.stream().filter(ARABIC_WORDS::contains).count()
            + words.stream().filter(word -> word.startsWith("ال")).count()
            + count(message, ARABIC_LETTERS);
    return persian > arabic ? "fa" : "ar";
  }

  private static long count(String message, String letters) {
    return message.chars().filter(letter -> letters.indexOf(letter) >= 0).count();
  }
}
