package org.dossier.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WhiteSpaceTest {

  @Test
  void normalizingYieldsOneLineWithSingleSpaces() {
    assertThat(WhiteSpace.normalize(" \ta\u00a0\u2028b\r\n\u0085c\u0000\u001b d\u3000"))
        .isEqualTo("a b c d");
    assertThat(WhiteSpace.normalize("\u0001\u00a0")).isEmpty();
  }

  @Test
  void normalizingKeepsFormatCharacters() {
    assertThat(WhiteSpace.normalize("می\u200cشود")).isEqualTo("می\u200cشود");
  }
}
