package org.dossier.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedSentenceTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          When did the bridge open?                                   | When did the bridge open?
          The bridge was closed this week. When did it open?          | When did it open?
          I read that J. Moss sold the ferry. Who is the new owner?   | Who is the new owner?
          When did the bridge open? I need it for an article.         | When did the bridge open?
          I read about the bridge. Tell me when it opened.            | Tell me when it opened.
          The bridge? When did it open                                | When did it open
          The ferry stopped in 2012. Why?                             | The ferry stopped in 2012. Why?
          bridge repairs                                              | bridge repairs
          """)
  void theSentenceThatAsksIsFoundAmongStatements(String message, String asked) {
    assertThat(AskedSentence.of(message)).isEqualTo(asked);
  }
}
