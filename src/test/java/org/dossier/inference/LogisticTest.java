package org.dossier.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LogisticTest {

  @Test
  void logOddsBecomeProbabilities() {
    assertThat(Logistic.probability(0)).isEqualTo(0.5);
    assertThat(Logistic.probability(Math.log(3))).isCloseTo(0.75, within(1e-12));
    assertThat(Logistic.probability(-1_000)).isZero();
    assertThat(Logistic.probability(1_000)).isEqualTo(1);
  }
}
