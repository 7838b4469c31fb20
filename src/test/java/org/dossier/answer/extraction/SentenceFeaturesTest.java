package org.dossier.answer.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.dossier.answer.AnswererFixture;
import org.junit.jupiter.api.Test;

class SentenceFeaturesTest {
  private static final AnswerConfig.SentenceWeights WEIGHTS =
      AnswererFixture.settings(AnswerConfig.class, Map.of()).sentence();

  @Test
  void eachFeatureRaisesTheScore() {
    double least = score(0, 0, 0, 0, 0, 0);

    assertThat(score(1, 0, 0, 0, 0, 0)).isGreaterThan(least);
    assertThat(score(0, 1, 0, 0, 0, 0)).isGreaterThan(least);
    assertThat(score(0, 0, 1, 0, 0, 0)).isGreaterThan(least);
    assertThat(score(0, 0, 0, 1, 0, 0)).isGreaterThan(least);
    assertThat(score(0, 0, 0, 0, 1, 0)).isGreaterThan(least);
    assertThat(score(0, 0, 0, 0, 0, 1)).isGreaterThan(least);
  }

  @Test
  void theFeaturesHaveTheNamesOfTheirWeights() {
    assertThat(new SentenceFeatures(1, 2, 3, 4, 5, 6).toMap())
        .isEqualTo(
            Map.of(
                "reader", 1.0,
                "whole-sentence", 2.0,
                "coverage", 3.0,
                "answer-type", 4.0,
                "evidence", 5.0,
                "position", 6.0));
  }

  private static double score(
      double reader,
      double wholeSentence,
      double coverage,
      double answerType,
      double evidence,
      double position) {
    return new SentenceFeatures(reader, wholeSentence, coverage, answerType, evidence, position)
        .score(WEIGHTS);
  }
}
