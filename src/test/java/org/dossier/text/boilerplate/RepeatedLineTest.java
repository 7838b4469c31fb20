package org.dossier.text.boilerplate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatedLineTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sign up for our science newsletter and explore the coast with news on fascinating finds.",
        "If your day doesn’t start until you have read the headlines, get them in your inbox.",
        "We will use the details you have shared to manage your registration.",
        "Video player was slow to load content. Video content never loaded.",
        "The opinions expressed in this commentary are her own.",
        "Reporting by Ilse Varga in Vester; editing by Jan Tarn",
        "Abonnez-vous à la lettre du port.",
        "Все права защищены, перепечатка только с разрешения.",
      })
  void whatAPageSaysToItsReaderIsBoilerplate(String line) {
    assertThat(RepeatedLine.isBoilerplate(RepeatedLine.key(line))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Sign up for  Gull’s\tletter | sign up for gull's letter
          Sign up\u00a0now            | sign up now
          “Sign” – up…                | “sign” – up…
          ÉCLAIR sur l’île            | éclair sur l'île
          """)
  void linesAreComparedWithoutCaseAndWhiteSpace(String line, String key) {
    assertThat(RepeatedLine.key(line)).isEqualTo(key);
    assertThat(RepeatedLine.key(" " + line + " ")).isEqualTo(key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "The bridge to Ousel Bay has been closed since the flood of January 2021.",
        "Ousel applied for membership in May 2022, and its parliament agreed in July.",
        "A referral is not required",
        "You need to contact your doctor first.",
        "“Sign up for our newsletter,” the minister joked.",
        "Newsletter | 400 readers | 2021",
        "Assigning update rights to a foreign company is a crime under the law of 2019.",
      })
  void evidenceIsNot(String line) {
    assertThat(RepeatedLine.isBoilerplate(RepeatedLine.key(line))).isFalse();
  }
}
