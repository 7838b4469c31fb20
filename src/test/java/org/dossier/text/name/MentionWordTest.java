package org.dossier.text.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.dossier.LinearWork;
import org.junit.jupiter.api.Test;

class MentionWordTest {
  private static final int LONG = 30_000;

  @Test
  void wordsHaveTheirPlacesInTheText() {
    var text = "The U.S. navy’s café";

    assertThat(MentionWord.of(text))
        .extracting(word -> word.span().of(text), MentionWord::key, MentionWord::capitals)
        .containsExactly(
            tuple("The", "the", ""),
            tuple("U.S.", "us", "US"),
            tuple("navy", "navy", ""),
            tuple("café", "cafe", ""));
  }

  @Test
  void theWorkIsLinear() {
    LinearWork.verify(LONG, MentionWord::of);
    LinearWork.verify("dotted letters", LONG, n -> "a.".repeat(n / 2) + "a1", MentionWord::of);
  }
}
