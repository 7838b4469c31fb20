package org.dossier.evaluation.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectedAnswersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The harbour        | they met at a harbour, of all places
          US                 | a ship of the U.S. navy
          U.S.               | a US ship
          2500               | 2,500 people came
          Norway             | Norway's fjords
          Norway             | a Norway-based firm
          Rolls-Royce        | the new Rolls Royce
          half a million     | over half a million doses
          half a million     | half million
          $19 million        | for $19 million
          11 November 2011   | on Friday (11 November 2011).
          İzmir              | in Izmir
          Zofia Zak          | by Zofia Żak
          """)
  void punctuationDoesNotAffectMatching(String answer, String text) {
    assertThat(expecting(answer).isContainedIn(List.of(text))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          21         | in 2021
          5          | 1.5 metres
          Niger      | Nigeria
          ten        | often
          May 11     | 11 May
          """)
  void onlyWholeWordsInOrderMatch(String answer, String text) {
    assertThat(expecting(answer).isContainedIn(List.of(text))).isFalse();
  }

  @Test
  void oneAlternativeOfEveryGroupIsRequired() {
    var answers = new ExpectedAnswers(List.of(List.of("red", "crimson"), List.of("blue")));

    assertThat(answers.isContainedIn(List.of("crimson and blue"))).isTrue();
    assertThat(answers.isContainedIn(List.of("red and crimson"))).isFalse();
  }

  @Test
  void theRankIsThatOfTheCompletingText() {
    var answers = new ExpectedAnswers(List.of(List.of("red"), List.of("blue")));

    assertThat(answers.rank(List.of("green", "blue", "green", "red", "red blue"))).isEqualTo(4);
    assertThat(answers.rank(List.of("blue", "blue"))).isZero();
    assertThat(answers.rank(List.of())).isZero();
  }

  @Test
  void anAnswerDoesNotSpanTexts() {
    assertThat(expecting("New Delhi").isContainedIn(List.of("it is new", "Delhi is old")))
        .isFalse();
  }

  @Test
  void withoutExpectedWordsNothingMatches() {
    var nothing = new ExpectedAnswers(List.of());

    assertThat(nothing.isEmpty()).isTrue();
    assertThat(nothing.isContainedIn(List.of("anything"))).isFalse();
  }

  @Test
  void anAlternativeWithoutWordsIsRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> expecting("The"))
        .withMessageContaining("The");
    assertThatIllegalArgumentException().isThrownBy(() -> new ExpectedAnswers(List.of(List.of())));
  }

  private static ExpectedAnswers expecting(String answer) {
    return new ExpectedAnswers(List.of(List.of(answer)));
  }
}
