package org.dossier.verification.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordRelationsTest {
  @ParameterizedTest
  @CsvSource({
    "purchase, buy",
    "vessel, ship",
    "rise, jump",
    "settle, resolve",
    "relation, tie",
    "die, kill"
  })
  void aWordRetellsItsSynonymsAndNarrowerWords(String word, String source) {
    assertThat(canRetell(word, source)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "ship, vessel",
    "murder, kill",
    "sell, buy",
    "cold, hot",
    "weapon, energy",
    "mile, kilometer",
    "qqqq, buy"
  })
  void itRetellsNeitherOtherNorWiderWords(String word, String source) {
    assertThat(canRetell(word, source)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"hot, cold", "cold, hot", "buy, sell"})
  void oppositesAreSymmetric(String word, String other) {
    assertThat(WordRelations.areOpposites(LightStemmer.of(word), LightStemmer.of(other))).isTrue();
  }

  private static boolean canRetell(String word, String source) {
    return WordRelations.canRetell(LightStemmer.of(word), LightStemmer.of(source));
  }
}
