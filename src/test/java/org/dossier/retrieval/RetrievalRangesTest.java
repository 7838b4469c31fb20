package org.dossier.retrieval;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetrievalRangesTest {
  @Test
  void theDefaultsAreInRange() {
    assertThatCode(() -> RetrievalRanges.check(RetrievalFixture.config(Map.of())))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          candidates-per-search, 0, 1
          max-passages, 0, 1
          max-passages-per-article, 0, 1
          cache-size, -1, 0
          site-profile-articles, -1, 0
          rerank.passages, -1, 0
          rerank.sentences, 0, 1
          thorough-reading.passages, -1, 0
          thorough-reading.passages-per-article, 0, 1
          thorough-reading.sentences, 0, 1
          """)
  void aNumberOutOfRangeIsRejected(String setting, int value, int least) {
    var config =
        RetrievalFixture.config(Map.of("dossier.retrieval." + setting, String.valueOf(value)));

    assertThatThrownBy(() -> RetrievalRanges.check(config))
        .isInstanceOf(InvalidRetrievalSettingsException.class)
        .hasMessage(
            "dossier.retrieval.%s is %d, but must be at least %d".formatted(setting, value, least));
  }

  @ParameterizedTest
  @CsvSource({"-0.1", "1.5", "NaN"})
  void theLexicalWeightIsAShare(String value) {
    var config = RetrievalFixture.config(Map.of("dossier.retrieval.lexical-weight", value));

    assertThatThrownBy(() -> RetrievalRanges.check(config))
        .hasMessage(
            "dossier.retrieval.lexical-weight is %s, but must be from 0 to 1".formatted(value));
  }
}
