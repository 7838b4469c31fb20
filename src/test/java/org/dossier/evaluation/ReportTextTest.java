package org.dossier.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReportTextTest {

  @Test
  void controlCharactersDoNotBreakALine() {
    var text = new ReportText();
    text.line("%s:", "a\u001b[2J\r\nb\u2028c");
    text.line("");

    assertThat(text).hasToString("a [2J b c:\n\n");
  }

  @Test
  void longTextIsShortened() {
    assertThat(ReportText.shorten("🌉".repeat(400))).hasSize(800);
    assertThat(ReportText.shorten("🌉".repeat(401))).isEqualTo("🌉".repeat(400) + "…");
  }
}
