package org.dossier.answer.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptionTest {
  @ParameterizedTest
  @CsvSource({
    "who is Ada Hill, Ada Hill",
    "who's Ada Hill, Ada Hill",
    "Who was Ada Hill, Ada Hill",
    "and who exactly is Hill, Hill",
    "What is the Harbour Board, Harbour Board",
    "what's IHB, IHB"
  })
  void aQuestionWhoANameIsAsksForItsDescription(String question, String name) {
    assertThat(Description.asked(question)).contains(new Description(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "who is the mayor",
        "who is the mayor of Selby",
        "who is he",
        "who is Ada Hill married to",
        "what is Ada Hill's opinion",
        "what is a lock",
        "who is responsible for the bridge",
        "where is Selby"
      })
  void otherQuestionsDoNot(String question) {
    assertThat(Description.asked(question)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ada Hill | Ada Hill, the mayor of Selby, opened the bridge.
          Ada Hill | The bridge was opened by Hill, a former pilot.
          Ada Hill | Ada Hill (Greens), mayor of Selby since May, opened the bridge.
          Ada Hill | Ada Hill is a painter from Selby.
          Ada Hill | According to Hill, who is deputy head of the board, the bridge is safe.
          Ada Hill | The mayor, Ada Hill, opened the bridge.
          Ada Hill | Mayor Ada Hill opened the bridge.
          Ada Hill | The bridge was designed by the engineer Ada Hill.
          IHB      | The talks dealt with the Inner Harbour Board (IHB).
          Selby    | They met in Selby, the capital of the islands, after the storm.
          """)
  void aSentenceMayDescribeAName(String name, String sentence) {
    assertThat(new Description(name).clarity(sentence)).isPositive();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ada Hill | Ada Hill opened the bridge.
          Ada Hill | Hill, Brand and Vos met on Monday.
          Ada Hill | Hill, speaking in Selby, praised the bridge.
          Ada Hill | Hill, because of the storm, stayed at home.
          Ada Hill | The mayor praised Hill.
          Ada Hill | Ada Hill was told to wait.
          Selby    | In Selby, the capital was rebuilt after the storm.
          Selby    | In Selby, the ministers met and talked.
          """)
  void mostSentencesDoNot(String name, String sentence) {
    assertThat(new Description(name).clarity(sentence)).isZero();
  }

  @Test
  void anAppositionIsClearerThanARole() {
    var hill = new Description("Ada Hill");

    assertThat(hill.clarity("Ada Hill, the mayor of Selby, opened the bridge."))
        .isGreaterThan(hill.clarity("Mayor Ada Hill opened the bridge."));
  }
}
