package org.dossier.text.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dossier.LinearWork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefinedAcronymsTest {
  @ParameterizedTest
  @CsvSource({
    "'Inspectors of the Harbour Safety Board (HSB) came.', HSB, harbour safety board",
    "'It asked the HSB (Harbour Safety Board) to come.', HSB, harbour safety board",
    "'In May, the Lorne Tram and Ferry Office (LTFO) closed.', LTFO, lorne tram and ferry office",
    "'The Hydrographic Institute (HydI. or HI) said', HI, ",
    "'the Ports Authority of Ærø (P.A.A.)', PAA, ports authority of aero",
    "'The Ashby Radio Network (ARN) opened. It is old.', ARN, ashby radio network"
  })
  void acronymsAreDefinedNextToTheirLongForms(String text, String acronym, String longForm) {
    var defined = DefinedAcronyms.in(List.of(text));

    assertThat(defined.longForms(acronym))
        .containsExactlyElementsOf(longForm == null ? List.of() : List.of(longForm));
    if (longForm != null) {
      assertThat(defined.acronyms(longForm)).containsExactly(acronym);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The Harbour Safety Board (pictured) came.",
        "Ada Berg (SPD) spoke.",
        "The price rose (USD 5).",
        "He left. Boards (HSB) differ.",
        "(HSB)",
        "HSB (the board)"
      })
  void otherBracketsDefineNothing(String text) {
    var defined = DefinedAcronyms.in(List.of(text));

    assertThat(defined.longForms("HSB")).isEmpty();
    assertThat(defined.longForms("SPD")).isEmpty();
    assertThat(defined.longForms("USD")).isEmpty();
  }

  @Test
  void definitionsAreFoundInLinearTime() {
    LinearWork.verify(50_000, text -> DefinedAcronyms.in(List.of(text)));
  }
}
