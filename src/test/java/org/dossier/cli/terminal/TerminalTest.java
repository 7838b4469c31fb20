package org.dossier.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalTest {
  @Test
  void fileOrPipeGetsNoColoursAndEightyColumns() {
    assertThat(Terminal.of(false, Map.of("TERM", "xterm")))
        .isEqualTo(new Terminal(false, false, 80));
  }

  @Test
  void columnsVariableSetsTheWidth() {
    assertThat(Terminal.of(true, Map.of("COLUMNS", "132")))
        .isEqualTo(new Terminal(true, true, 132));
    assertThat(Terminal.of(false, Map.of("COLUMNS", "3")).width()).isEqualTo(20);
    assertThat(Terminal.of(false, Map.of("COLUMNS", "wide")).width()).isEqualTo(80);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NO_COLOR=1", "TERM=dumb"})
  void coloursCanBeTurnedOff(String variable) {
    var set = variable.split("=", -1);
    var terminal = Terminal.of(true, Map.of("COLUMNS", "80", set[0], set[1]));
    assertThat(terminal.styled(Terminal.bold("words"))).isEqualTo("words");
  }

  @Test
  void boldIsShownOnATerminal() {
    assertThat(new Terminal(true, true, 80).styled("so " + Terminal.bold("it") + " is"))
        .isEqualTo("so \u001b[1mit\u001b[0m is");
  }
}
