package org.dossier.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterFoldingTest {
  @ParameterizedTest
  @CsvSource({
    "Łódź, Lodz",
    "Jørgen Sørensen, Jorgen Sorensen",
    "Erdoğan, Erdogan",
    "Diyarbakır, Diyarbakir",
    "İzmir, Izmir",
    "straße, strasse",
    "Đoković, Dokovic",
    "Ærø, Aero",
    "Þórdís, Thordis",
    "Zoë, Zoe",
    "ﬁnal, final",
    "10⁹ m², 10 9 m2",
    "2½, 2 1⁄2",
    "CO₂, CO2",
    "Tehran, Tehran",
    "Лавров, Лавров"
  })
  void lettersOfOtherAlphabetsBecomePlain(String text, String folded) {
    assertThat(LetterFolding.fold(text)).isEqualTo(folded);
  }
}
