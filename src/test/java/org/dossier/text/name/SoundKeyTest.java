package org.dossier.text.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundKeyTest {
  @ParameterizedTest
  @CsvSource({
    "bagheri, baqeri",
    "patrushew, patrushev",
    "lavroff, lavrov",
    "sergei, sergey",
    "zelensky, zelenskyy",
    "khatami, qatami",
    "rouhani, ruhani"
  })
  void transliterationsOfANameSoundTheSame(String a, String b) {
    assertThat(SoundKey.of(a)).isEqualTo(SoundKey.of(b));
  }

  @ParameterizedTest
  @CsvSource({"jalili, jalali", "berg, bergen", "zarif, zahir", "markle, merkel"})
  void otherNamesDoNot(String a, String b) {
    assertThat(SoundKey.of(a)).isNotEqualTo(SoundKey.of(b));
  }
}
