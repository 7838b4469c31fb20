package org.dossier.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RemainingTimeTest {

  @Test
  void hoursAreShownFromAnHourOn() {
    assertThat(RemainingTime.format(5)).isEqualTo("0:05");
    assertThat(RemainingTime.format(3_599)).isEqualTo("59:59");
    assertThat(RemainingTime.format(3_605)).isEqualTo("1:00:05");
  }
}
