package org.dossier.text.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NounFormsTest {
  @ParameterizedTest
  @CsvSource({
    "vaccine, vaccines", "ferry, ferries", "day, days", "bus stop, bus stops", "church, churches",
    "box, boxes", "house, houses", "woman, women", "arms embargo, arms embargos", "crisis, crises",
    "reactor unit, reactor units", "bank, banks", "class, classes"
  })
  void eachNumberHasTheOther(String singular, String plural) {
    assertThat(NounForms.others(singular)).contains(plural);
    assertThat(NounForms.others(plural)).contains(singular);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Lavrov", "Hill", "UN", "the Rolling Stones", "COVID-19", "", "of"})
  void namesHaveNoOtherNumber(String name) {
    assertThat(NounForms.others(name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"news", "politics", "series", "status", "gas"})
  void wordsThatOnlyLookLikeAPluralHaveNone(String word) {
    assertThat(NounForms.others(word)).isEmpty();
  }

  @Test
  void aSpellingThatMayEndInTwoWaysHasBothSingulars() {
    assertThat(NounForms.others("heroes")).contains("hero");
    assertThat(NounForms.others("shoes")).contains("shoe");
    assertThat(NounForms.others("movies")).contains("movie");
  }
}
