package org.dossier.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnLayoutTest {
  @Test
  void linesBreakAtSpacesAndAreIndented() {
    assertThat(ColumnLayout.wrap("[1] ", "one two three four five", 16))
        .containsExactly("[1] one two", "    three four", "    five");
  }

  @Test
  void lineMayFillAllColumns() {
    assertThat(ColumnLayout.wrap("", "12345 7890 x", 10)).containsExactly("12345 7890", "x");
  }

  @Test
  void overlongWordIsBroken() {
    assertThat(ColumnLayout.wrap("", "see http://example.org/abc now", 10))
        .containsExactly("see", "http://exa", "mple.org/a", "bc now");
  }

  @Test
  void chineseCharactersTakeTwoColumnsAndAccentsNone() {
    assertThat(ColumnLayout.columns("伊朗")).isEqualTo(4);
    assertThat(ColumnLayout.columns("e\u0301")).isEqualTo(1);
    assertThat(ColumnLayout.columns("می\u200cخواهم")).isEqualTo(7);
    assertThat(ColumnLayout.wrap("", "伊朗和俄罗斯签署协议", 10)).containsExactly("伊朗和俄罗", "斯签署协议");
  }

  @Test
  void marksForBoldTakeNoColumn() {
    assertThat(ColumnLayout.columns(Terminal.bold("bold"))).isEqualTo(4);
  }

  @Test
  void emptyTextIsOneLine() {
    assertThat(ColumnLayout.wrap("[1] ", "", 80)).containsExactly("[1] ");
  }
}
