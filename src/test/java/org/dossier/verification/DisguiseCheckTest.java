package org.dossier.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dossier.verification.Verdict.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisguiseCheckTest {
  private static final String SOURCE =
      "The Lune council approved the bridge in 5 weeks, Zoë Quill of 3M said.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Another script: Lisu, Cherokee, Cyrillic.
        "The Lune council did \ua4e0\ua4f3\ua4d4 approve the bridge.",
        "The Lune council approved the bridge in 5\u043e weeks.",
        // Latin letters that are not those of a text: schwa, small capitals.
        "The Lune council did n\u0259t approve the bridge.",
        "The Lune council did \u0274\u1d0f\u1d1b approve the bridge.",
        // Struck through.
        "The Lune council a\u0336p\u0336p\u0336roved the bridge.",
        // Flags and other pictures for letters.
        "The Lune council did \ud83c\uddf3\ud83c\uddf4\ud83c\uddf9 approve the bridge.",
        "The Lune council did \u26d4 approve the bridge.",
        // A digit within a word, and a word in two parts.
        "The Lune council did n0t approve the bridge.",
        "The Lune council appr0ved the bridge.",
        "The Lune council did no\u00a0t approve the bridge.",
        "The Lune council did n ot approve the bridge."
      })
  void aDisguisedWordIsRejected(String statement) {
    assertThat(findViolation(statement))
        .isNotNull()
        .extracting(Violation::reason)
        .isEqualTo(Reason.MARKUP);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The Lune council approved the bridge in 5 weeks, Zoë Quill of 3M said.",
        "Łukasz Żak's café – “approved” – cost €5m, or 3½ per cent…",
        "The 21st bridge, a 5G mast and a 10km road: a plan, I think.",
        "The council’s “bridge” isn’t \ufb01nished.",
        "Vitamin C was approved."
      })
  void ordinaryTextIsAccepted(String statement) {
    assertThat(findViolation(statement)).isNull();
  }

  @Test
  void charactersOfTheSourcesAreAccepted() {
    var source = new Source("Ilham Əliyev opened the Мир festival ⛔.", "", null);

    assertThat(DisguiseCheck.findViolation("The Мир festival ⛔ of Əliyev.", List.of(source)))
        .isEmpty();
  }

  @Test
  void charactersWithoutAShapeDoNotHideANegation() {
    for (var unseen : List.of("\u034f", "\ufe0f", "\u115f", "\u2064", "\u00ad")) {
      assertThat(
              RealStatementVerifier.verify(
                  "The Lune council did no" + unseen + "t approve the bridge.", SOURCE))
          .isInstanceOf(Verdict.Unsupported.class);
    }
  }

  private static @Nullable Violation findViolation(String statement) {
    return DisguiseCheck.findViolation(statement, List.of(new Source(SOURCE, "", null)))
        .orElse(null);
  }
}
