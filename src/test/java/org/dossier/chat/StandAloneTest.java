package org.dossier.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StandAloneTest {
  @Test
  void aMessageBecomesOneLine() {
    assertThat(StandAlone.question(" When did\r\n\tthe \u00a0 bridge reopen? "))
        .isEqualTo("When did the bridge reopen?");
  }
}
