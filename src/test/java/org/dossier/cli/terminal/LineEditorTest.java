package org.dossier.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jline.terminal.impl.ExternalTerminal;
import org.junit.jupiter.api.Test;

class LineEditorTest {
  private static final String UP = "\u001b[A";
  private static final String LEFT = "\u001b[D";
  private static final String CONTROL_D = "\u0004";

  @Test
  void earlierLinesAreRecalledAndEdited() throws IOException {
    assertThat(
            typed("first?\r" + "secnd?" + LEFT + LEFT + LEFT + "o\r" + UP + UP + "!\r" + CONTROL_D))
        .containsExactly("first?", "second?", "first?!");
  }

  @Test
  void everyScriptAndMarkIsKept() throws IOException {
    assertThat(typed("𝔘𝔫𝔦 😀 پل \\ !! 'x'\r" + CONTROL_D))
        .containsExactly("𝔘𝔫𝔦 😀 پل \\ !! 'x'");
  }

  private static List<String> typed(String keys) throws IOException {
    var in = new ByteArrayInputStream(keys.getBytes(StandardCharsets.UTF_8));
    var out = new ByteArrayOutputStream();
    var lines = new ArrayList<String>();
    try (var editor =
        new LineEditor(new ExternalTerminal("test", "ansi", in, out, StandardCharsets.UTF_8))) {
      for (var line = editor.read(); line != null; line = editor.read()) {
        lines.add(line);
      }
    }
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("> ");
    return lines;
  }
}
