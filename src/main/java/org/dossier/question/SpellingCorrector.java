package org.dossier.question;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dossier.inference.EnglishWords;
import org.dossier.search.IndexSnapshot;
import org.dossier.search.TermAnalyzer;
import org.dossier.text.FunctionWords;
import org.dossier.text.LetterFolding;
import org.dossier.text.name.Aliases;
import org.dossier.text.name.SoundKey;
import org.jspecify.annotations.Nullable;

/// Corrects the words of a question that do not occur in the archive, if the archive has a similar
/// word: "Lavrof" becomes "Lavrov". A word that occurs in the archive, a common English word, the
/// name of a country, an abbreviation or a word with digits is never corrected.
///
/// A similar word differs in one letter; in two if the word has eight letters, or six and sounds
/// the same ("Bagheri", "Baqeri"). Of several, those with one difference precede, then the most
/// frequent one is taken; one that sounds the same counts eightfold.
public final class SpellingCorrector {
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}]++(?:['’.][\\p{L}\\p{M}\\p{N}]++)*+");
  private static final Pattern GENITIVE = Pattern.compile("['’]s$");
  private static final Pattern LETTERS = Pattern.compile("[\\p{L}\\p{M}]++");

  private static final int MIN_LENGTH = 4;

  /// Two edits of a shorter word make any word.
  private static final int MIN_LENGTH_OF_TWO_EDITS = 8;

  private static final int MIN_LENGTH_OF_TWO_EDITS_BY_SOUND = 6;

  /// In shorter words, another first letter makes another word.
  private static final int MIN_LENGTH_OF_OTHER_FIRST_LETTER = 6;

  /// A longer text is no question but a pasted page.
  private static final int MAX_WORDS = 60;

  /// A similarity that may be a coincidence counts if the number of articles with the word is this
  /// share of the number of passages.
  private static final double MIN_SHARE_OF_PASSAGES = 1 / 5000.0;

  /// A name may become a word that is written like a name in this share of the articles with it.
  private static final double MIN_SHARE_OF_CAPITALS = 0.2;

  /// The weight of the first letter and of the sound, compared with the number of articles.
  private static final double WEIGHT = 8;

  private static final List<String> ENDINGS = List.of("s", "es", "ly");
  private static final List<String> ENDINGS_AFTER_E = List.of("ed", "er", "ing");

  private final @Nullable String language;
  private final IndexSnapshot indexSnapshot;
  private final TermAnalyzer analyzer;

  private SpellingCorrector(
      @Nullable String language, IndexSnapshot indexSnapshot, TermAnalyzer analyzer) {
    this.language = language;
    this.indexSnapshot = indexSnapshot;
    this.analyzer = analyzer;
  }

  /// Corrects `question` by the words of `indexSnapshot`.
  ///
  /// @param language the question's BCP 47 tag; `null` to detect it by the script
  public static SpellingCorrection correct(
      String question,
      @Nullable String language,
      IndexSnapshot indexSnapshot,
      TermAnalyzer analyzer) {
    return new SpellingCorrector(language, indexSnapshot, analyzer).correct(question);
  }

  private SpellingCorrection correct(String question) {
    var replacements = new ArrayList<SpellingCorrection.Replacement>();
    var corrected = new StringBuilder();
    int end = 0;
    for (var match : WORD.matcher(question).results().limit(MAX_WORDS).toList()) {
      var word = GENITIVE.matcher(match.group()).replaceFirst("");
      boolean opens = question.substring(0, match.start()).chars().noneMatch(Character::isLetter);
      var replacement = isCandidate(word) ? replacement(word, opens) : Optional.<String>empty();
      if (replacement.isPresent()) {
        replacements.add(new SpellingCorrection.Replacement(word, replacement.get()));
        corrected.append(question, end, match.start()).append(replacement.get());
        end = match.start() + word.length();
      }
    }
    return new SpellingCorrection(
        corrected.append(question, end, question.length()).toString(), replacements);
  }

  /// The inexpensive conditions first.
  private boolean isCandidate(String word) {
    return word.length() >= MIN_LENGTH
        && LETTERS.matcher(word).matches()
        && !isAcronym(word)
        && !FunctionWords.precedesNames(word)
        && !Aliases.isSingleWord(fold(word))
        && !analyzer.terms(word, language).isEmpty()
        && !indexSnapshot.isKnown(word)
        && !isEnglish(word);
  }

  private static boolean isAcronym(String word) {
    return word.chars().filter(Character::isUpperCase).count() > 1;
  }

  private static boolean isEnglish(String word) {
    return EnglishWords.contains(word)
        || bases(word, ENDINGS).anyMatch(EnglishWords::contains)
        || bases(word, ENDINGS_AFTER_E)
            .anyMatch(base -> EnglishWords.contains(base) || EnglishWords.contains(base + "e"));
  }

  private static Stream<String> bases(String word, List<String> endings) {
    return endings.stream()
        .filter(ending -> word.endsWith(ending) && word.length() >= ending.length() + MIN_LENGTH)
        .map(ending -> word.substring(0, word.length() - ending.length()));
  }

  private Optional<String> replacement(String word, boolean opens) {
    int most = word.length() >= MIN_LENGTH_OF_TWO_EDITS_BY_SOUND ? 2 : 1;
    for (int edits = 1; edits <= most; edits++) {
      var similar = plausible(word, edits);
      if (!similar.isEmpty()) {
        return best(word, similar, opens);
      }
    }
    return Optional.empty();
  }

  /// The written forms of each similar word, by the folded word.
  private Map<String, WrittenForms> plausible(String word, int edits) {
    return indexSnapshot.similarWords(word, edits, language).stream()
        .collect(
            groupingBy(
                form -> fold(form.text()),
                TreeMap::new,
                collectingAndThen(toList(), WrittenForms::new)))
        .entrySet()
        .stream()
        .filter(similar -> isPlausible(fold(word), similar.getKey(), similar.getValue()))
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one, TreeMap::new));
  }

  private static Optional<String> best(
      String word, Map<String, WrittenForms> similar, boolean opens) {
    boolean capital = Character.isUpperCase(word.codePointAt(0));
    boolean name = capital && !opens;
    return similar.entrySet().stream()
        .filter(one -> !name || one.getValue().shareOfCapitals() >= MIN_SHARE_OF_CAPITALS)
        .max(
            Comparator.comparingDouble(
                one -> likelihood(fold(word), one.getKey(), one.getValue().articles())))
        .map(Map.Entry::getValue)
        .map(forms -> name ? forms.usualCapitalized() : forms.usual())
        .map(text -> capital ? capitalized(text) : text);
  }

  private boolean isPlausible(String word, String similar, WrittenForms forms) {
    boolean sameFirst = word.charAt(0) == similar.charAt(0);
    boolean frequent = forms.articles() > indexSnapshot.passages() * MIN_SHARE_OF_PASSAGES;
    return switch (EditDistance.of(word, similar)) {
      case 1 -> word.length() >= MIN_LENGTH_OF_OTHER_FIRST_LETTER || (sameFirst && frequent);
      case 2 ->
          sameFirst
              && (SoundKey.of(word).equals(SoundKey.of(similar))
                  || (frequent && word.length() >= MIN_LENGTH_OF_TWO_EDITS));
      default -> false;
    };
  }

  /// Frequent words are typed more often. The first letter is rarely wrong, and a name is often
  /// written by its sound.
  private static double likelihood(String word, String similar, int articles) {
    double likelihood = articles;
    if (word.charAt(0) != similar.charAt(0)) {
      likelihood /= WEIGHT;
    }
    return SoundKey.of(word).equals(SoundKey.of(similar)) ? likelihood * WEIGHT : likelihood;
  }

  private static String capitalized(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static String fold(String word) {
    return LetterFolding.fold(word).toLowerCase(Locale.ROOT);
  }
}
