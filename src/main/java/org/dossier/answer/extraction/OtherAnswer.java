package org.dossier.answer.extraction;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dossier.question.AnswerType;
import org.dossier.text.date.DateFinder;
import org.dossier.text.date.DateMention;
import org.dossier.text.date.DateRange;
import org.dossier.text.name.NameFinder;
import org.dossier.text.number.NumberFinder;

/// Finds a sentence that answers the same question differently than the best one: with another
/// number, another day or another name. Both are shown, since one may be outdated or wrong.
///
/// Strict, because a false alarm casts doubt on a right answer: the reader model must take both for
/// answers, and both must contain nearly the same words of the question.
final class OtherAnswer {
  /// The least log-odds of the reader for either answer.
  private static final double LEAST_ODDS = -1;

  /// How far the log-odds of the other answer may be below those of the best one.
  private static final double MAX_DIFFERENCE = 4;

  private static final double LEAST_COVERAGE = 0.6;
  private static final double SHARE_OF_COVERAGE = 0.85;

  private static final int MAX_WORDS = 6;

  /// A number that only rises while articles report it.
  private static final Pattern TOLL =
      Pattern.compile(
          "\\b(?:deaths?|dead|died|dies|die|killed|toll|fatalities|casualties|injured|wounded|hurt|missing|displaced|evacuated|arrested|infected"
              + "|infections|cases)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

  private OtherAnswer() {}

  /// The first of `read` with another answer.
  ///
  /// @param best the chosen sentence
  /// @param read those that the reader model read, best first
  static Optional<CandidateSentence> find(
      String question, CandidateSentence best, List<CandidateSentence> read) {
    var type = AnswerType.of(question);
    boolean isAnswer =
        !best.words().isBlank()
            && best.features().reader() >= LEAST_ODDS
            && best.features().coverage() >= LEAST_COVERAGE;
    return isAnswer
        ? read.stream().filter(other -> isAlternative(best, other, type)).findFirst()
        : Optional.empty();
  }

  /// Returns whether `other` is the newer of two answers: by the day of its article or, for the
  /// toll of an event on one day, by the greater number.
  static boolean isNewer(String question, CandidateSentence other, CandidateSentence best) {
    boolean isToll =
        AnswerType.of(question) == AnswerType.QUANTITY
            && TOLL.matcher(question).find()
            && Objects.equals(other.published(), best.published());
    return isToll ? greatest(other).compareTo(greatest(best)) > 0 : other.isLaterThan(best);
  }

  private static BigDecimal greatest(CandidateSentence sentence) {
    return NumberFinder.find(sentence.words()).stream()
        .map(NumberFinder.Mention::value)
        .max(Comparator.naturalOrder())
        .orElse(BigDecimal.ZERO);
  }

  private static boolean isAlternative(
      CandidateSentence best, CandidateSentence other, AnswerType type) {
    double least = Math.max(LEAST_ODDS, best.features().reader() - MAX_DIFFERENCE);
    return !other.articleId().equals(best.articleId())
        && other.features().reader() >= least
        && other.features().coverage() >= SHARE_OF_COVERAGE * best.features().coverage()
        && !best.contains(other.words())
        && !other.contains(best.words())
        && differ(best, other, type);
  }

  private static boolean differ(CandidateSentence a, CandidateSentence b, AnswerType type) {
    return switch (type) {
      case QUANTITY -> areDisjoint(numbers(a), numbers(b));
      case TIME -> areDifferentDays(days(a), days(b));
      case PERSON, PLACE, NAME ->
          isName(a)
              && isName(b)
              && areDisjoint(words(a.words()), words(b.words()))
              && (a.isLaterThan(b) ? isNew(a, b) : isNew(b, a));
      case ANY -> false;
    };
  }

  private static boolean areDisjoint(Set<String> a, Set<String> b) {
    return !a.isEmpty() && !b.isEmpty() && a.stream().noneMatch(b::contains);
  }

  private static boolean areDifferentDays(List<DateRange> a, List<DateRange> b) {
    return !a.isEmpty()
        && !b.isEmpty()
        && a.stream().noneMatch(range -> b.stream().anyMatch(range::overlaps));
  }

  private static Set<String> numbers(CandidateSentence sentence) {
    return NumberFinder.find(sentence.words()).stream()
        .map(mention -> mention.value().toPlainString())
        .collect(Collectors.toSet());
  }

  private static List<DateRange> days(CandidateSentence sentence) {
    return DateFinder.find(sentence.words(), sentence.published()).stream()
        .map(DateMention::range)
        .filter(Objects::nonNull)
        .toList();
  }

  /// False if the earlier sentence has a word of the later name already: it reports of both.
  private static boolean isNew(CandidateSentence later, CandidateSentence earlier) {
    return areDisjoint(words(later.words()), words(earlier.text()));
  }

  /// A name, and not a clause that contains one.
  private static boolean isName(CandidateSentence sentence) {
    return words(sentence.words()).size() <= MAX_WORDS
        && !NameFinder.find(sentence.words()).isEmpty();
  }

  private static Set<String> words(String text) {
    return WORD.matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }
}
