package org.dossier.evaluation.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogisticFitTest {
  @Test
  void anInformativeFeatureGetsTheWeight() {
    var fit = new LogisticFit(2);
    var random = new Random(1);
    for (int i = 0; i < 400; i++) {
      boolean positive = i % 4 == 0;
      double informative = (positive ? 0.6 : 0.2) + 0.3 * random.nextDouble();
      fit.add(List.of(informative, random.nextDouble()), positive);
    }

    var weights = fit.weights();

    assertThat(weights).hasSize(3);
    assertThat(weights.get(1)).isGreaterThan(3);
    assertThat(Math.abs(weights.get(2))).isLessThan(1);
    double logOddsOfPositive = weights.get(0) + 0.75 * weights.get(1) + 0.5 * weights.get(2);
    double logOddsOfNegative = weights.get(0) + 0.35 * weights.get(1) + 0.5 * weights.get(2);
    assertThat(logOddsOfPositive).isPositive();
    assertThat(logOddsOfNegative).isNegative();
  }

  @Test
  void examplesOfBothClassesAreRequired() {
    var fit = new LogisticFit(1);
    fit.add(List.of(0.5), true);

    assertThatThrownBy(fit::weights).isInstanceOf(IllegalStateException.class);
  }
}
