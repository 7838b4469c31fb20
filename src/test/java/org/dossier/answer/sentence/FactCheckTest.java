package org.dossier.answer.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.dossier.text.sentence.SentenceSplitter;
import org.junit.jupiter.api.Test;

class FactCheckTest {
  @Test
  void aClaimHasItsVerdict() {
    assertThat(verdict("Claim: The dam will burst.\n\nIt went around.\n\nVerdict: False.", "burst"))
        .isEqualTo("Verdict: False.");
  }

  @Test
  void aVerdictMayBeInTheSameLine() {
    assertThat(verdict("Claim: The dam will burst. Verdict: False. It rained.", "burst"))
        .startsWith("Verdict: False.");
  }

  @Test
  void aShortVerdictIsExplained() {
    var text =
        "The claim: The dam will burst\n\nA post says so. It was shared often.\n\nOur rating: False\n\n"
            + "We found no engineer who expects the dam to burst. We thank all readers.";

    assertThat(verdict(text, "will burst"))
        .isEqualTo("Our rating: False We found no engineer who expects the dam to burst.");
  }

  @Test
  void aVerdictThatIsASentenceIsEnough() {
    var text = "Myth: Eels sing.\n\nFact: No eel has ever made a sound under water. Eels eat.";

    assertThat(verdict(text, "Eels sing"))
        .isEqualTo("Fact: No eel has ever made a sound under water.");
  }

  @Test
  void eachClaimHasItsOwnVerdict() {
    var text =
        "Myth: Eels sing.\n\nMyth: Eels fly.\n\nFact: Eels never leave the water for the air.";

    assertThat(verdict(text, "Eels sing")).isEmpty();
    assertThat(verdict(text, "Eels fly"))
        .isEqualTo("Fact: Eels never leave the water for the air.");
  }

  @Test
  void otherSentencesHaveNone() {
    var text = "The claim of the town is old.\n\nThe dam is old, too.\n\nVerdict: Guilty.";

    assertThat(verdict(text, "claim of")).isEmpty();
    assertThat(verdict(text, "dam is old")).isEmpty();
  }

  private static String verdict(String text, String words) {
    var sentence =
        SentenceSplitter.split(text).stream()
            .filter(span -> span.of(text).contains(words))
            .findFirst()
            .orElseThrow();
    return FactCheck.verdict(text, sentence).stream()
        .map(span -> span.of(text))
        .collect(Collectors.joining(" "));
  }
}
