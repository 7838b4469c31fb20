package org.dossier.text.number;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShareFinderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          One in four cars is red.                 | One in four   | 25
          Seven in 10 ferries were late.           | Seven in 10   | 70
          3 out of 5 towns paid.                   | 3 out of 5    | 60
          Two-thirds of the traffic crosses it.    | Two-thirds    | 66.67
          A quarter of the traffic crosses it.     | A quarter     | 25
          Three quarters of the ships left.        | Three quarters | 75
          Half of the traffic crosses it.          | Half          | 50
          """)
  void aShareInWordsIsFound(String text, String words, String percent) {
    assertThat(ShareFinder.find(text))
        .singleElement()
        .satisfies(share -> {
          assertThat(share.span().of(text)).isEqualTo(words);
          assertThat(share.value()).isEqualTo(percent);
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Half a million cars crossed it.",
        "A quarter of a million cars crossed it.",
        "It opened in the first half of the year.",
        "It took one and a half years.",
        "The third bridge opened in 4 weeks.",
        "Five in the morning is early.",
        "Ten in five is no share."
      })
  void otherNumbersAreNoShares(String text) {
    assertThat(ShareFinder.find(text)).isEmpty();
  }
}
