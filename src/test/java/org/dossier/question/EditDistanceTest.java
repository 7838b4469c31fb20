package org.dossier.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {
  @ParameterizedTest
  @CsvSource({
    "lavrov, lavrov, 0",
    "lavrof, lavrov, 1",
    "lavrv, lavrov, 1",
    "lavrovv, lavrov, 1",
    "lavorv, lavrov, 1",
    "bagheri, baqeri, 2",
    "'', abc, 3",
    "abcd, dcba, 3"
  })
  void insertionsOmissionsReplacementsAndExchangesCountOne(String a, String b, int edits) {
    assertThat(EditDistance.of(a, b)).isEqualTo(edits);
    assertThat(EditDistance.of(b, a)).isEqualTo(edits);
  }
}
