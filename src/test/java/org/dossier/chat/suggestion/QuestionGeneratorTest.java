package org.dossier.chat.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionGeneratorTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The Vesla bridge was opened on 3 May 1911 by the king.        | When was the Vesla bridge opened?
          The two ferries were sold in 2014.                            | When were the two ferries sold?
          Norway and Sweden signed a fishing treaty in May 2014.        | When did Norway and Sweden sign a fishing treaty?
          Marta Holm said on Friday that the harbour needs a new quay.  | What did Marta Holm say about the harbour?
          The signing took place in Oslo at noon.                       | Where did the signing take place?
          Erik Lund, a retired pilot, disagreed.                        | Who is Erik Lund?
          """)
  void plainStatementBecomesAQuestion(String sentence, String question) {
    assertThat(QuestionGenerator.generate(sentence)).containsExactly(question);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It was opened on 3 May 1911.",
        "They signed a treaty in 2014.",
        "The bridge is long.",
        "The bridge was painted.",
        "On Monday nobody came.",
        "Die Brücke wurde 1911 eröffnet.",
        "",
      })
  void complexOrAnaphoricStatementsYieldNoQuestion(String sentence) {
    assertThat(QuestionGenerator.generate(sentence)).isEmpty();
  }

  @Test
  void overlongQuestionIsDropped() {
    assertThat(
            QuestionGenerator.generate(
                "The long and winding old wooden suspension bridge of the harbour of the town of"
                    + " Vesla was opened on 3 May 1911."))
        .isEmpty();
  }
}
