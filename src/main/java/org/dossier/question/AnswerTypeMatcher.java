package org.dossier.question;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dossier.text.date.DateFinder;
import org.dossier.text.name.NameFinder;
import org.dossier.text.number.NumberFinder;
import org.jspecify.annotations.Nullable;

/// Matches sentences with the expected answer type of a question.
public final class AnswerTypeMatcher {
  private final AnswerType type;
  private final Set<BigDecimal> numbers;
  private final NameMatcher names;

  public AnswerTypeMatcher(String question) {
    this.type = AnswerType.of(question);
    this.numbers = numbers(question).collect(Collectors.toSet());
    this.names = NameMatcher.of(List.of(question));
  }

  /// The match of `sentence`: 1 if it contains something of the expected type that the question
  /// does not contain, 0 if not, ½ if the question expects no particular type.
  ///
  /// @param published the publication date, by which relative dates are resolved; `null` if unknown
  public double score(String sentence, @Nullable LocalDate published) {
    return switch (type) {
      case TIME -> score(!DateFinder.find(sentence, published).isEmpty());
      case QUANTITY -> score(numbers(sentence).anyMatch(number -> !numbers.contains(number)));
      case PERSON, PLACE, NAME ->
          score(
              NameFinder.find(sentence).stream()
                  .anyMatch(name -> !names.matches(name.of(sentence))));
      case ANY -> 0.5;
    };
  }

  private static Stream<BigDecimal> numbers(String text) {
    return NumberFinder.find(text).stream()
        .map(NumberFinder.Mention::value)
        .map(BigDecimal::stripTrailingZeros);
  }

  private static double score(boolean matches) {
    return matches ? 1 : 0;
  }
}
