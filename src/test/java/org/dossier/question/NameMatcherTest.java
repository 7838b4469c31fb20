package org.dossier.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameMatcherTest {
  @ParameterizedTest
  @CsvSource({
    "Lavrov, 'Sergei Lavrov, the foreign minister'",
    "Sergey Lavrov, 'Sergei Lavrov came'",
    "Sergey Lavrov, 'Mr Lavrov came'",
    "Iran, 'what Iran’s officials said'",
    "Müller, 'MULLER said'",
    "Sputnik V, 'doses of Sputnik V differ'",
    "IAEA, 'the IAEA report'",
    "Security Council of Russia, 'Russia’s Security Council'",
    "Caspian Sea, 'in the Caspian sea region'"
  })
  void spellingVariantsOfANameMatch(String name, String text) {
    assertThat(NameMatcher.of(List.of(text)).matches(name)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "World Cup, 'talks with world powers'",
    "Sputnik V, 'a V of geese'",
    "Iran, 'Iraq and Oman'",
    "John Smith, 'John Brown'",
    "Jalili, 'Jalal spoke'"
  })
  void anotherNameDoesNotMatch(String name, String text) {
    assertThat(NameMatcher.of(List.of(text)).matches(name)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"'', anything", "'…', anything"})
  void aNameWithoutWordsAlwaysMatches(String name, String text) {
    assertThat(NameMatcher.of(List.of(text)).matches(name)).isTrue();
  }
}
