package org.dossier.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainWordingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Whats the price of a ticket?           | What's the price of a ticket?
          and whos the mayor                     | and who's the mayor
          why didnt the ferry sail               | why didn't the ferry sail
          why wont it sail                       | why won't it sail
          What on earth happened to the ferry?   | What happened to the ferry?
          how the hell did it sink               | how did it sink
          Who in the world built this?           | Who built this?
          """)
  void hastyWordingBecomesPlain(String question, String plain) {
    assertThat(PlainWording.of(question)).isEqualTo(plain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What are the whys and hows of the plan?",
        "Where on the coast does the ferry land?",
        "What is the longest bridge in the world?",
        "Is there life on earth without water?",
        "What's the price of a ticket?",
        "Quel est le bateau dont le port parle depuis longtemps?",
        "What were the wants of the crew?"
      })
  void otherWordingStays(String question) {
    assertThat(PlainWording.of(question)).isEqualTo(question);
  }
}
