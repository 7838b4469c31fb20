package org.dossier.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.ExtLogRecord.FormatStyle;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Log lines as an operator sees them, with text of a hostile client.
class OneLineFilterTest {
  private static final PatternFormatter FORMATTER = new PatternFormatter("%-5p %s%e%n");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "who?\n12:00:00 ERROR forged",
        "who?\r\nforged",
        "who?\u0085forged",
        "who?\u2028forged",
        "who?\u001b[2J\u001b[1;31mforged",
        "who?\u009b31mforged",
        "who?\u202egnp.exe",
        "who?\bforged\u0000"
      })
  void messageIsEscapedToOneLine(String hostile) {
    var line = new ExtLogRecord(Level.WARN, "“%s” was asked", FormatStyle.PRINTF, "test");
    line.setParameters(new Object[] {hostile});
    assertThat(logged(line)).matches("WARN  “who\\?\\\\u[0-9a-f]{4}[\\x20-\\x7e]*” was asked\n");
  }

  @Test
  void harmlessTextIsUnchanged() {
    var line =
        new ExtLogRecord(Level.INFO, "چه کسی؟ 100 % of \\n {0}", FormatStyle.NO_FORMAT, "test");

    assertThat(logged(line)).isEqualTo("INFO  چه کسی؟ 100 % of \\n {0}\n");
  }

  @Test
  void exceptionMessagesAreEscapedToo() {
    var cause = new IllegalArgumentException("deep\n12:00:00 ERROR forged");
    var fault = new IllegalStateException("broken\u001b[2J", cause);
    fault.addSuppressed(new IllegalStateException("also\nforged"));
    var line = new ExtLogRecord(Level.ERROR, "It failed", "test");
    line.setThrown(fault);

    var logged = logged(line);
    assertThat(logged.lines())
        .allMatch(printed ->
            printed.matches(
                "|ERROR It failed.*|\\s+at .*|\\s*Caused by: .*|\\s*Suppressed: .*|\\s+\\.\\.\\. .*"));
    assertThat(logged)
        .doesNotContain("\u001b")
        .contains(
            "IllegalStateException: broken\\u001b[2J",
            "IllegalArgumentException: deep\\u000a12:00:00 ERROR forged",
            "exceptionMessagesAreEscapedToo");
  }

  private static String logged(ExtLogRecord line) {
    assertThat(new OneLineFilter().isLoggable(line)).isTrue();
    return FORMATTER.format(line);
  }
}
