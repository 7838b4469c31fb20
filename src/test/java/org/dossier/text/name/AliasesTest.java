package org.dossier.text.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AliasesTest {
  @ParameterizedTest
  @CsvSource({
    "US, United States",
    "U.S., America",
    "USA, U.S.A.",
    "the United States of America, Americans",
    "UK, Great Britain",
    "U.K., British",
    "UN, United Nations",
    "U.N., UN",
    "EU, European Union",
    "NATO, North Atlantic Treaty Organization",
    "Nato, NATO",
    "WHO, World Health Organisation",
    "Iran, Iranians",
    "Burma, Myanmar",
    "Holland, the Netherlands",
    "Czechia, Czech Republic",
    "Ivory Coast, Côte d’Ivoire",
    "Türkiye, Turkey",
    "DPRK, North Koreans",
    "Bosnia & Herzegovina, Bosnia and Herzegovina"
  })
  void namesOfOneEntityAreAliases(String one, String other) {
    assertThat(Aliases.named(one)).isNotEmpty().isEqualTo(Aliases.named(other));
  }

  @ParameterizedTest
  @ValueSource(strings = {"us", "who", "Us", "un", "it", "Lavrov", "Sputnik V", ""})
  void otherWordsNameNothing(String word) {
    assertThat(Aliases.named(word)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"Iran, Iraq", "South Korea, North Korea", "Niger, Nigeria", "America, South America"})
  void differentEntitiesAreNotAliases(String one, String other) {
    assertThat(Aliases.named(one)).doesNotContainAnyElementsOf(Aliases.named(other));
  }

  @ParameterizedTest
  @CsvSource({
    "Moscow, Russia",
    "Kremlin, Russia",
    "Tehran, Iran",
    "Washington, US",
    "Beijing, China"
  })
  void aSeatIsUsedForAGovernment(String seat, String country) {
    assertThat(Aliases.governedFrom(FoldedWord.of(seat)))
        .containsExactlyElementsOf(Aliases.named(country));
    assertThat(Aliases.governedFrom(FoldedWord.of(country))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Iran", "the Netherlands", "US", "U.K.", "EU", "Korea", "England", "Jersey"})
  void countriesAndRegionsAreCountries(String name) {
    assertThat(Aliases.isCountry(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Iranian", "Moscow", "NATO", "turkey", "Ada Berg", "the ", ""})
  void otherNamesAreNoCountries(String name) {
    assertThat(Aliases.isCountry(name)).isFalse();
  }

  @Test
  void everyTerritoryIsACountryByItsEnglishName() {
    assertThat(
            Arrays.stream(Locale.getISOCountries())
                .map(code -> Locale.of("", code).getDisplayCountry(Locale.ENGLISH))
                .filter(name -> !name.matches(".*( - | SAR |\\().*")))
        .allMatch(Aliases::isCountry);
  }

  @Test
  void noAliasHasMoreWordsThanTheLimit() {
    assertThat(
            Stream.of("NATO", "UNESCO", "KP", "OECD", "CDC")
                .flatMap(name -> Aliases.named(name).stream())
                .flatMap(entity -> entity.names().stream())
                .map(alias -> alias.words().size()))
        .allMatch(words -> words <= Aliases.MAX_WORDS);
  }
}
