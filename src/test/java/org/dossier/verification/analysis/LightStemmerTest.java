package org.dossier.verification.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LightStemmerTest {
  @ParameterizedTest
  @CsvSource({
    "cooperate, cooperating",
    "cooperates, cooperated",
    "sign, signed",
    "plan, planned",
    "carry, carries",
    "make, making",
    "say, said",
    "meet, met",
    "country, countries",
    "process, processes",
    "agreement, agreed",
    "quick, quickly"
  })
  void formsOfAWordHaveTheSameStem(String one, String other) {
    assertThat(LightStemmer.of(one)).isEqualTo(LightStemmer.of(other));
  }

  @ParameterizedTest
  @CsvSource({"news, new", "bus, bu", "king, k", "red, r", "union, unite", "this, thi"})
  void otherWordsHaveOtherStems(String one, String other) {
    assertThat(LightStemmer.of(one)).isNotEqualTo(LightStemmer.of(other));
  }
}
