package org.dossier.chat.rewriting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnclearReferenceTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          What did he say?                   | he
          who is she?                        | she
          What is his job?                   | his
          When was it signed?                | it
          When was it signed in 2014?        | it
          How much did its repairs cost?     | its
          Which company built it?            | it
          How many seats does it have?       | it
          Why did they leave?                | they
          Tell me about him.                 | him
          why?                               | ''
          And when exactly?                  | ''
          and then?                          | ''
          What happened next?                | ''
          """)
  void aPronounAloneRefersToNothing(String message, String pronoun) {
    assertThat(UnclearReference.find(message).map(UnclearReference::pronoun)).contains(pronoun);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Is it raining in Paris?",
        "Is it raining?",
        "What time is it in Tokyo",
        "What time is it?",
        "How long does it take to cross?",
        "What is it like to live in Lyon?",
        "What is it like to live in a lighthouse?",
        "Is it possible to swim?",
        "Did Marta Holm say that she resigned?",
        "What did the mayor say about it?",
        "Did he sign the treaty?",
        "Which company owns its ferries?",
        "Who was the first to sell their house?",
        "What fell below its average?",
        "How much did it cost to cross?",
        "What do people do in their gardens?",
        "Who signed the treaty?",
        "What is new?",
        "bridges",
        "Why did the ferry stop?",
        "What is this?",
        "Her gün ne oldu?",
        "she resigned in May",
        "",
        "?",
      })
  void aMessageThatCanBeUnderstoodIsNotUnclear(String message) {
    assertThat(UnclearReference.find(message)).isEqualTo(Optional.empty());
  }
}
