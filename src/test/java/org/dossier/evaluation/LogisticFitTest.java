package org.dossier.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogisticFitTest {
  @Test
  void theFeatureThatTellsGetsTheWeight() {
    var fit = new LogisticFit(1, 1);
    var random = new Random(1);
    for (int i = 0; i < 400; i++) {
      boolean positive = i % 4 == 0;
      double telling = (positive ? 0.6 : 0.2) + 0.3 * random.nextDouble();
      fit.add(List.of(telling, random.nextDouble()), positive);
    }

    var weights = fit.weights();

    assertThat(weights).hasSize(3);
    assertThat(weights.get(1)).isGreaterThan(3);
    assertThat(weights.get(2)).isBetween(0.0, 1.0);
    // Classes weigh the same, however many there are: half-way between them nothing is decided.
    double between = weights.get(0) + 0.55 * weights.get(1) + 0.5 * weights.get(2);
    assertThat(Math.abs(between)).isLessThan(1);
  }

  @Test
  void aFeatureThatSpeaksTheWrongWayGetsNoWeight() {
    var fit = new LogisticFit(1, 1);
    var random = new Random(1);
    for (int i = 0; i < 400; i++) {
      boolean positive = i % 2 == 0;
      double telling = (positive ? 0.4 : 0.2) + 0.5 * random.nextDouble();
      double contrary = (positive ? 0.2 : 0.4) + 0.5 * random.nextDouble();
      fit.add(List.of(telling, contrary), positive);
    }

    assertThat(fit.weights().get(1)).isPositive();
    assertThat(fit.weights().get(2)).isZero();
  }

  @Test
  void oneClassAloneTeachesNothing() {
    var fit = new LogisticFit(1);
    fit.add(List.of(0.5), true);

    assertThatThrownBy(fit::weights).isInstanceOf(IllegalStateException.class);
  }
}
