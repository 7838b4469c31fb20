package org.dossier.evaluation.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {

  @Test
  void aPercentileIsAMeasuredValue() {
    var hundred =
        Latencies.of(LongStream.rangeClosed(1, 100).map(i -> i * 1_000_000).boxed().toList());

    assertThat(hundred.percentile(50)).isEqualTo(50);
    assertThat(hundred.percentile(95)).isEqualTo(95);
    assertThat(hundred.percentile(100)).isEqualTo(100);
  }

  @Test
  void theOrderDoesNotMatter() {
    assertThat(Latencies.of(List.of(9_000_000L, 1_000_000L, 2_500_000L)).percentile(50))
        .isEqualTo(2.5);
  }

  @Test
  void oneValueIsEveryPercentile() {
    assertThat(Latencies.of(List.of(7_000_000L)).percentile(1)).isEqualTo(7);
    assertThat(Latencies.of(List.of(7_000_000L)).percentile(95)).isEqualTo(7);
  }
}
