package org.dossier.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dossier.text.name.DefinedAcronyms;
import org.junit.jupiter.api.Test;
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
    "Caspian Sea, 'in the Caspian sea region'",
    "Łódź, 'the trams of Lodz'",
    "Lodz, 'the trams of Łódź'",
    "Jorgen Sorensen, 'the novelist Jørgen Sørensen'",
    "Erdogan, 'Erdoğan said'",
    "Diyarbakir, 'in Diyarbakır'",
    "Lange Strasse, 'in der Langen Straße'",
    "Jurgen Mueller, 'Jürgen Müller won'",
    "Jürgen Müller, 'Juergen Mueller won'",
    "Soerensen, 'the novelist Sørensen'",
    "Aarhus, 'in Århus'",
    "Ahmadinejad, 'President Ahmadi-Nejad came'",
    "Mahmoud Ahmadi-Nejad, 'Ahmadinejad came'",
    "Mahmud Ahmadi Nejad, 'President Ahmadinejad came'",
    "J. K. Thorne, 'a book by J.K. Thorne'",
    "J.K. Thorne, 'a book by J. K. Thorne'"
  })
  void spellingVariantsOfANameMatch(String name, String text) {
    assertThat(NameMatcher.of(List.of(text)).matches(name)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "US, 'the United States imposed sanctions'",
    "US, 'the U.S. envoy'",
    "U.S., 'the US envoy'",
    "USA, 'American troops'",
    "United States, 'a US envoy'",
    "America, 'the U.S. Senate'",
    "US Senate, 'the United States Senate'",
    "UN, 'the United Nations sent grain'",
    "UN Security Council, 'the Security Council of the United Nations'",
    "United Nations, 'a U.N. convoy'",
    "UK, 'the British government'",
    "EU, 'the European Union'",
    "NATO, 'Nato troops'",
    "WHO, 'the World Health Organization'",
    "Iran, 'the Iranian envoy'",
    "Iranian, 'a ship from Iran'",
    "Dutch, 'the Netherlands'",
    "Burma, 'Myanmar voted'",
    "Turkey, 'Türkiye voted'",
    "Ivory Coast, 'in Côte d’Ivoire'",
    "Moscow, 'Russia said'",
    "Russia, 'Moscow said'",
    "Washington, 'a U.S. official'",
    "BoE, 'the Bank of England raised rates'",
    "FDR, 'President Franklin D. Roosevelt'",
    "Corona, 'a case of coronavirus'",
    "Man Utd, 'Manchester United lost'",
    "Los Angeles, 'in LA'"
  })
  void anAliasOfANameMatches(String name, String text) {
    assertThat(NameMatcher.of(List.of(text)).matches(name)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "US, 'they gave us grain'",
    "WHO, 'a man who left. Who knows?'",
    "AID, 'first aid for sailors'",
    "UN, 'un homme'",
    "South Korea, 'North Korea voted'",
    "America, 'The envoy gave us grain'",
    "Turkey, 'they ate roast poultry with turks cap'",
    "Poland, 'they polish the bell'",
    "Niger, 'Nigeria voted'",
    "Nigeria, 'Niger voted'",
    "George Moscow, 'Russia said'"
  })
  void aWordThatIsNoAliasDoesNotMatch(String name, String text) {
    assertThat(NameMatcher.of(List.of(text)).matches(name)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "Harbour Safety Board of Lorne, 'the HSBL said'",
    "Lorne Harbour Safety Board, 'the HSB of Lorne said'",
    "HSB, 'the Harbour Safety Board said'"
  })
  void theInitialsOfANameMatch(String name, String text) {
    assertThat(NameMatcher.of(List.of(text)).matches(name)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "HSB, 'the hsb-7 valve'",
    "HB, 'the Harbour Board said'",
    "HSB, 'In Hull. Safety first. Bells rang.'",
    "Harbour Safety Board, 'the HSBC said'"
  })
  void otherInitialsDoNotMatch(String name, String text) {
    assertThat(NameMatcher.of(List.of(text)).matches(name)).isFalse();
  }

  @Test
  void anAcronymThatAnotherTextDefinesMatches() {
    var definedAcronyms =
        DefinedAcronyms.in(List.of("The Lorne Hydrographic Institute (LHDI) drew it."));

    assertThat(
            NameMatcher.of(List.of("a map of the LHDI"), definedAcronyms)
                .matches("Lorne Hydrographic Institute"))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "Mueller, 'the Moeller report'",
    "Ahmadinejad, 'Ahmadi, Nejad and others came'",
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
