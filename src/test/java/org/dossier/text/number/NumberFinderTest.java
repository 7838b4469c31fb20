package org.dossier.text.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.dossier.text.RandomText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `aNumberIsFound` is specification: one row for each notation. `thisIsNotANumber` is the
/// regression table: add misread text of real articles there.
class NumberFinderTest {
  private static List<String> numbers(String text) {
    return NumberFinder.find(text).stream()
        .map(number -> number.span().of(text) + " = " + number.value().toPlainString())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The doses are given 21 days apart.      | 21 = 21
          It holds 1,585 articles.                | 1,585 = 1585
          It holds 1,234,567.50 of them.          | 1,234,567.50 = 1234567.5
          It grew by 15% then.                    | 15 = 15
          It grew by 3.5 percent.                 | 3.5 = 3.5
          It cost $5 billion.                     | 5 billion = 5000000000
          It cost 1.5 million.                    | 1.5 million = 1500000
          It cost £5m or so.                      | 5m = 5000000
          It is 5m long.                          | 5 = 5
          It got half a million doses.            | half a million = 500000
          Nearly a quarter of a million came.     | a quarter of a million = 250000
          It took two and a half million.         | two and a half million = 2500000
          They bought two dozen.                  | two dozen = 24
          They bought a dozen.                    | a dozen = 12
          They bought half a dozen.               | half a dozen = 6
          It was a two-day visit.                 | two = 2
          He is twenty-one years old.             | twenty-one = 21
          He ran one hundred and five miles.      | one hundred and five = 105
          It holds two hundred thousand books.    | two hundred thousand = 200000
          Just one person came.                   | one = 1
          فقط ۲۱ روز بعد                          | ۲۱ = 21
          """)
  void aNumberIsFound(String text, String expected) {
    assertThat(numbers(text)).containsExactly(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COVID-19 and the F-35, B52s and G20",
        "on 11 November 2011, in 2014, on July 13 and three days ago",
        "at 17:03 with version 1.2.3",
        "the 11th round",
        "one of them, no one, this one",
        "hundreds of millions",
        "a day and half the night"
      })
  void thisIsNotANumber(String text) {
    assertThat(numbers(text)).isEmpty();
  }

  @Test
  void numbersAreReturnedInOrder() {
    assertThat(numbers("Five of 12 boats and twenty a day, nine to ten."))
        .containsExactly("Five = 5", "12 = 12", "twenty = 20", "nine = 9", "ten = 10");
  }

  @Test
  void valuesAreEqualInEveryNotation() {
    assertThat(NumberFinder.find("1.50 and 1.5 and two thousand and 2,000"))
        .extracting(NumberFinder.Mention::value)
        .containsExactly(
            new BigDecimal("1.5"),
            new BigDecimal("1.5"),
            new BigDecimal("2000"),
            new BigDecimal("2000"));
  }

  @Test
  void numbersAreOrderedAndDisjoint() {
    Random random = new Random(17);
    for (int round = 0; round < 2000; round++) {
      String text = RandomText.next(random);
      int at = 0;
      for (NumberFinder.Mention number : NumberFinder.find(text)) {
        assertThat(number.span().start()).isGreaterThanOrEqualTo(at);
        at = number.span().end();
      }
      assertThat(at).isLessThanOrEqualTo(text.length());
    }
  }

  @Test
  void hostileTextIsProcessed() {
    for (String unit :
        List.of(
            "1",
            "1,",
            "1,000,",
            "1.",
            "one ",
            "1 one ",
            "hundred ",
            "two million ",
            "and a half ")) {
      String text = unit.repeat(200_000 / unit.length());
      assertThat(NumberFinder.find(text)).allMatch(number -> number.span().end() <= text.length());
    }
  }
}
