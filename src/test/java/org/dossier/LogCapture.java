package org.dossier;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/// The log of one logger, including the finest levels, until it is closed.
public final class LogCapture extends Handler implements AutoCloseable {
  private static final int TIMEOUT_SECONDS = 20;
  private static final ExtFormatter FORMATTER = new PatternFormatter("%s");

  private final Logger logger;
  private final List<ExtLogRecord> lines = new CopyOnWriteArrayList<>();
  private final LinkedBlockingQueue<ExtLogRecord> unread = new LinkedBlockingQueue<>();

  /// Starts capturing.
  public LogCapture(String name) {
    logger = Logger.getLogger(name);
    logger.setLevel(Level.ALL);
    logger.addHandler(this);
  }

  private LogCapture(Logger logger, Level level) {
    this.logger = logger;
    setLevel(level);
    logger.addHandler(this);
  }

  /// Captures the warnings and errors of every logger.
  public static LogCapture warnings() {
    return new LogCapture(Logger.getLogger(""), Level.WARNING);
  }

  /// All lines so far.
  public List<ExtLogRecord> lines() {
    return List.copyOf(lines);
  }

  /// The message of a line, with its arguments.
  public static String message(ExtLogRecord line) {
    return FORMATTER.formatMessage(line);
  }

  /// The messages of all lines so far.
  public List<String> words() {
    return lines.stream().map(LogCapture::message).toList();
  }

  /// Waits for the next line that was not returned yet.
  public ExtLogRecord next() throws InterruptedException {
    return Objects.requireNonNull(
        unread.poll(TIMEOUT_SECONDS, TimeUnit.SECONDS), "nothing was logged");
  }

  @Override
  public void publish(LogRecord line) {
    if (isLoggable(line) && line instanceof ExtLogRecord known) {
      known.copyMdc();
      lines.add(known);
      unread.add(known);
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
    if (!logger.getName().isEmpty()) {
      logger.setLevel(null);
    }
  }
}
