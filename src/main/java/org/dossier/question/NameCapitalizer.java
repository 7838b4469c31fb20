package org.dossier.question;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.dossier.inference.EnglishWords;
import org.dossier.search.IndexSnapshot;
import org.dossier.text.FunctionWords;
import org.dossier.text.LetterFolding;
import org.dossier.text.Span;
import org.dossier.text.name.Aliases;

/// Writes the names of a question as the archive writes them: people type "what did putin say".
/// English only.
///
/// If the capitals of the question carry no information, because all of its words have them, they
/// are replaced; otherwise names are capitalized, and nothing else changes. A word is a name if the
/// archive nearly always capitalizes it, or if the archive does not contain it and it is the name
/// of a country.
public final class NameCapitalizer {
  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*+");
  private static final int MIN_LENGTH = 3;

  /// The share of capitals from which a common English word is a name, such as that of a company.
  private static final double MIN_SHARE_OF_COMMON_WORD = 0.95;

  /// A shorter question in capitals may be an acronym.
  private static final int MIN_WORDS = 3;

  private static final int MAX_WORDS = 60;

  private final IndexSnapshot indexSnapshot;

  private NameCapitalizer(IndexSnapshot indexSnapshot) {
    this.indexSnapshot = indexSnapshot;
  }

  /// The question with capitals as in the archive.
  public static String capitalize(String question, IndexSnapshot indexSnapshot) {
    var words = WORD.matcher(question).results().toList();
    if (words.size() > MAX_WORDS) {
      return question;
    }
    boolean onlyCapitals = isOnlyCapitals(words);
    var capitalizer = new NameCapitalizer(indexSnapshot);
    var timeWords = TimeWords.find(question);
    return WORD.matcher(question)
        .replaceAll(word ->
            !onlyCapitals && timeWords.stream().anyMatch(time -> time.contains(span(word)))
                ? word.group()
                : capitalizer.written(
                    word.group(), onlyCapitals, word.start() == words.getFirst().start()));
  }

  private static Span span(MatchResult word) {
    return new Span(word.start(), word.end());
  }

  /// "WHO VISITED MINSK?", "Who Visited The Harbour And Why?"
  private static boolean isOnlyCapitals(List<MatchResult> words) {
    return words.size() >= MIN_WORDS
        && words.stream()
            .map(MatchResult::group)
            .allMatch(word -> Character.isUpperCase(word.codePointAt(0)))
        && words.stream()
            .skip(1)
            .map(MatchResult::group)
            .anyMatch(word -> FunctionWords.isFunction(word) && word.length() > 1);
  }

  private String written(String word, boolean onlyCapitals, boolean opens) {
    boolean isLower = Character.isLowerCase(word.codePointAt(0));
    if (word.length() < MIN_LENGTH || !(isLower || onlyCapitals)) {
      return word;
    }
    var lower = word.toLowerCase(Locale.ROOT);
    var name =
        FunctionWords.isFunction(word) || KindRules.isFrame(word)
            ? Optional.<String>empty()
            : name(lower);
    return name.orElseGet(() -> opens && onlyCapitals ? capitalized(lower) : lower);
  }

  private Optional<String> name(String word) {
    var forms = WrittenForms.of(word, indexSnapshot);
    if (forms.isPresent()) {
      return forms.filter(written -> isName(word, written)).map(WrittenForms::usualCapitalized);
    }
    return Aliases.isSingleWord(LetterFolding.fold(word))
        ? Optional.of(capitalized(word))
        : Optional.empty();
  }

  private static boolean isName(String word, WrittenForms forms) {
    return EnglishWords.contains(word)
        ? forms.shareOfCapitals() >= MIN_SHARE_OF_COMMON_WORD
        : forms.isName();
  }

  private static String capitalized(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
