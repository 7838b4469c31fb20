package org.dossier.cli.terminal;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/// Keeps whoever has a say in a line of the log (a request, an article, a provider of models) from
/// making it look like several, or from giving orders to a terminal: every control character of a
/// message, and of the messages of its exceptions, is written out. It refuses nothing.
@LoggingFilter(name = "one-line")
final class OneLineFilter implements Filter {
  private static final PatternFormatter WORDS = new PatternFormatter("%s");

  @Override
  public boolean isLoggable(LogRecord line) {
    if (line instanceof ExtLogRecord record) {
      var message = WORDS.formatMessage(record);
      if (message != null && !LogSanitizer.is(message)) {
        record.setMessage(LogSanitizer.of(message), ExtLogRecord.FormatStyle.NO_FORMAT);
        record.setParameters(null);
      }
      if (record.getThrown() != null) {
        record.setThrown(LogSanitizer.of(record.getThrown()));
      }
    }
    return true;
  }
}
