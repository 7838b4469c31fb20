package org.dossier.text.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.dossier.LinearWork;
import org.junit.jupiter.api.Test;

class InitialsTest {
  @Test
  void aNameHasTheInitialsOfItsLastCapitalizedWords() {
    assertThat(Initials.of(FoldedWord.of("Supreme National Security Council")))
        .contains("snsc", "nsc")
        .doesNotContain("sn", "sc");
    assertThat(Initials.of(FoldedWord.of("Organization of the Petroleum Exporting Countries")))
        .contains("opec");
  }

  @Test
  void twoWordsAreTooFew() {
    assertThat(Initials.of(FoldedWord.of("Ada Berg"))).isEmpty();
  }

  @Test
  void aTextHasTheInitialsOfEachRunOfCapitalizedWords() {
    var text = "He asked the Harbour Safety Board of Lorne. Today Maren Holt left.";

    assertThat(Initials.inText(FoldedWord.of(text)))
        .contains("hsb", "hsbl", "hsbol", "tmh")
        .doesNotContain("lt", "ltmh", "sbl-");
  }

  @Test
  void initialsAreFoundInLinearTime() {
    LinearWork.verify(50_000, text -> Initials.inText(FoldedWord.of(text)));
  }
}
