package org.dossier.cli.terminal;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/// A log filter that prevents log injection. Requests, articles and LLM providers contribute text
/// to log lines. Every control character of a message and of its exceptions' messages is escaped,
/// so that the text can neither forge lines nor control a terminal. It drops no record.
@LoggingFilter(name = "one-line")
final class OneLineFilter implements Filter {
  private static final PatternFormatter WORDS = new PatternFormatter("%s");

  @Override
  public boolean isLoggable(LogRecord line) {
    if (line instanceof ExtLogRecord record) {
      var message = WORDS.formatMessage(record);
      if (message != null && !LogSanitizer.isHarmless(message)) {
        record.setMessage(LogSanitizer.sanitize(message), ExtLogRecord.FormatStyle.NO_FORMAT);
        record.setParameters(null);
      }
      if (record.getThrown() != null) {
        record.setThrown(LogSanitizer.sanitize(record.getThrown()));
      }
    }
    return true;
  }
}
