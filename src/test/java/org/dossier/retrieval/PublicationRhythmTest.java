package org.dossier.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublicationRhythmTest {
  private static final LocalDate DAY = LocalDate.of(2024, 5, 6);

  @Test
  void rhythmIsTheMeanDistanceOfTheDaysOfPublication() {
    assertThat(PublicationRhythm.of(List.of(DAY, DAY.minusDays(1), DAY.minusDays(9))).days())
        .isEqualTo(4.5);
  }

  @Test
  void oneDayHasNoRhythm() {
    assertThat(PublicationRhythm.of(List.of(DAY)).days()).isZero();
    assertThat(PublicationRhythm.of(List.of()).days()).isZero();
  }
}
