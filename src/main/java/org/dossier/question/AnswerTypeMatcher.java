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

/// What a question asks for, and how much a sentence looks as if it brought that.
public final class AnswerTypeMatcher {
  private final AnswerType type;
  private final Set<BigDecimal> numbers;
  private final NameMatcher names;

  public AnswerTypeMatcher(String question) {
    this.type = AnswerType.of(question);
    this.numbers = numbers(question).collect(Collectors.toSet());
    this.names = NameMatcher.of(List.of(question));
  }

  /// 1 if `sentence` carries a thing of the kind asked for that the question does not name, 0 if
  /// not, ½ where any kind will do.
  ///
  /// @param published the day that its dates count from
  public double score(String sentence, @Nullable LocalDate published) {
    return switch (type) {
      case TIME -> tells(!DateFinder.find(sentence, published).isEmpty());
      case QUANTITY -> tells(numbers(sentence).anyMatch(number -> !numbers.contains(number)));
      case PERSON, PLACE ->
          tells(
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

  private static double tells(boolean carried) {
    return carried ? 1 : 0;
  }
}
