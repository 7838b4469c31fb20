package org.dossier.inference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnglishWordsTest {
  @ParameterizedTest
  @ValueSource(strings = {"weather", "Weather", "London", "agreement"})
  void commonWordsAndNamesAreContained(String word) {
    assertThat(EnglishWords.contains(word)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"goverment", "Lavrof", "two words", "☃", ""})
  void otherWordsAreNot(String word) {
    assertThat(EnglishWords.contains(word)).isFalse();
  }
}
