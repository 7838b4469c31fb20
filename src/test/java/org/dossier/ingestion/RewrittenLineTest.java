package org.dossier.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RewrittenLineTest {
  private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
  private final RewrittenLine line =
      new RewrittenLine(new PrintStream(terminal, true, StandardCharsets.UTF_8));

  @Test
  void aShorterLineErasesTheRestOfTheLongerOne() {
    line.write("12 of 34");
    line.write("done");

    assertThat(shown()).isEqualTo("\r12 of 34\rdone    ");
  }

  @Test
  void clearingErasesTheLineOnce() {
    line.clear();
    assertThat(shown()).isEmpty();

    line.write("ab");
    line.clear();
    line.clear();
    assertThat(shown()).isEqualTo("\rab\r  \r");
  }

  private String shown() {
    return terminal.toString(StandardCharsets.UTF_8);
  }
}
