package org.dossier.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InvisibleCharactersTest {

  @Test
  void invisibleCharactersAreRemoved() {
    assertThat(InvisibleCharacters.remove("a\u200b\u202eb\ue000c\ud800 d\ufeff"))
        .isEqualTo("abc d");
  }

  @Test
  void joinersAreKept() {
    assertThat(InvisibleCharacters.remove("می\u200cشود 👩\u200d🌾"))
        .isEqualTo("می\u200cشود 👩\u200d🌾");
  }
}
