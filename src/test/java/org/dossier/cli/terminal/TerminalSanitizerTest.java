package org.dossier.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalSanitizerTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\u001b[31mb", // a colour
        "a\u001b[2J\u001b[1;1Hb", // an empty screen
        "a\u009b31mb", // the same in one character
        "a\u001b]0;owned\u0007b", // the window's title
        "a\u001b]8;;http://evil.example/\u001b\\b", // a link
        "a\u001bPq#0\u001b\\b", // a picture
        "a\u009d0;owned\u009cb",
        "a\u001bcb", // a reset
        "a\u0008\u007fb",
        "a\u202e\u202cb", // turned around
        "a\u2066\u2069b",
        "a\ufeffb",
        "a\udb40\udc41b" // an invisible tag
      })
  void terminalControlsAreRemoved(String words) {
    assertThat(TerminalSanitizer.line(words)).isEqualTo("ab");
  }

  @Test
  void unterminatedSequenceRemovesNoText() {
    assertThat(TerminalSanitizer.line("a\u001b]0;the rest of the article"))
        .endsWith("the rest of the article");
    assertThat(TerminalSanitizer.line("a\u001b")).isEqualTo("a");
  }

  @Test
  void lineBreaksAndTabsBecomeSpaces() {
    assertThat(TerminalSanitizer.line(" a\r\n\tb\u2028c\u00a0d\u0085e ")).isEqualTo("a b c d e");
  }

  @Test
  void joinersAreRetained() {
    assertThat(TerminalSanitizer.line("می\u200cخواهم")).isEqualTo("می\u200cخواهم");
    assertThat(TerminalSanitizer.line("👩\u200d🚀 𝒳 naïve שלום"))
        .isEqualTo("👩\u200d🚀 𝒳 naïve שלום");
  }

  @Test
  void loneSurrogateIsReplaced() {
    assertThat(TerminalSanitizer.line("a\ud83db")).isEqualTo("a\ufffdb");
  }

  @Test
  void escapedJsonIsTheSameJson() throws JsonProcessingException {
    var mapper = new ObjectMapper();
    var json = mapper.writeValueAsString("a\u001b[31m\u009b2J\u202eb\u007f é 𝒳");
    var escaped = TerminalSanitizer.json(json);
    assertThat(escaped).doesNotContainPattern("[\u007f-\u009f\u202a-\u202e]").contains("é 𝒳");
    assertThat(mapper.readTree(escaped)).isEqualTo(mapper.readTree(json));
  }
}
