package org.dossier.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MojibakeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The cafÃ© of RenÃ©e      | The café of Renée
          â€œIt was time,â€\u009d she said | “It was time,” she said
          It donâ€™t matter         | It don’t matter
          MÃ¼ller paid 40 â‚¬       | Müller paid 40 €
          ÐœÐ¾ÑÐºÐ²Ð°                 | Москва
          """)
  void textInUtf8ReadAsWindows1252IsRepaired(String text, String meant) {
    assertThat(Mojibake.repair(text.replace("\\u009d", "\u009d").replace("ÑÐº", "Ñ\u0081Ðº")))
        .isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The café of Renée Åström",
        "NÃO É A ÂNGELA",
        "a single Ã© is a quotation of the fault",
        "«Â» and Ã",
        "Übergröße – “quoted” – 40 €",
        ""
      })
  void otherTextIsUnchanged(String text) {
    assertThat(Mojibake.repair(text)).isEqualTo(text);
  }

  @Test
  void invalidSequencesStay() {
    assertThat(Mojibake.repair("cafÃ© RenÃ©e Ã€ à€")).startsWith("café Renée À");
  }
}
