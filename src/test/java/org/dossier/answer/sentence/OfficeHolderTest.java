package org.dossier.answer.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfficeHolderTest {
  private static final String QUESTION = "Who is the new speaker of the Norwegian parliament?";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Who is the mayor of Selby?                  | mayor
          who's the current harbour minister          | minister
          Who was elected speaker of the parliament?  | speaker
          Who became the new president of the board?  | president
          """)
  void officesAreAskedFor(String question, String noun) {
    assertThat(OfficeHolder.asked(question).orElseThrow().noun()).isEqualTo(noun);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Who is Ada Hill?",
        "Who built the harbour?",
        "Who is the mayor's bridge named after?",
        "Who is the longest bridge for?",
        "What is the mayor of Selby?"
      })
  void otherQuestionsAskForNoHolder(String question) {
    assertThat(OfficeHolder.asked(question)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Speaker Ada Hill opened the debate.",
        "Ada Hill, the Norwegian speaker, opened the debate.",
        "The speaker, Ada Hill, opened the debate.",
        "Ada Hill, the first woman speaker, opened the debate.",
        "Ada Hill was elected speaker on Monday.",
        "Ada Hill has been sworn in as the 56th speaker of the house.",
        "The house elected Rep. Ada Hill as its speaker."
      })
  void sentencesNameTheHolder(String sentence) {
    assertThat(OfficeHolder.asked(QUESTION).orElseThrow().isNamedIn(sentence)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The former speaker, Ada Hill, opened the debate.",
        "Ada Hill, the deputy speaker, opened the debate.",
        "Ada Hill criticized the speaker.",
        "The speaker opened the debate, and Ada Hill replied.",
        "A speaker was elected on Monday.",
        "The Norwegian speaker opened the debate.",
        "Ada Hill, the Danish speaker, opened the debate.",
        "Denmark's speaker, Ada Hill, opened the debate."
      })
  void otherSentencesDoNot(String sentence) {
    assertThat(OfficeHolder.asked(QUESTION).orElseThrow().isNamedIn(sentence)).isFalse();
  }
}
