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

  @Test
  void noInvisibleCharacterSplitsAWord() {
    assertThat(
            InvisibleCharacters.removeWithin(
                "Kalten\u00adbrunn Ost\u200bmark mi\u200cne u\u2060n\ufeffi\u0002on\u202e"))
        .isEqualTo("Kaltenbrunn Ostmark mine union");
  }

  @Test
  void directionMarksBehindAWordAreRemovedUnlessAnotherDirectionFollows() {
    assertThat(InvisibleCharacters.removeWithin("Limburg\u200e sold it\u200e."))
        .isEqualTo("Limburg sold it.");
    assertThat(InvisibleCharacters.removeWithin("Limburg\u200e אב")).isEqualTo("Limburg\u200e אב");
  }

  @Test
  void charactersThatTheDisplayNeedsAreKept() {
    var text = "می\u200cشود 👩\u200d🌾 \u200fאב 🏴\udb40\udc67\udb40\udc62\udb40\udc7f\n\tend";

    assertThat(InvisibleCharacters.removeWithin(text)).isEqualTo(text);
  }
}
