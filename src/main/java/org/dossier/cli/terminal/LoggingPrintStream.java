package org.dossier.cli.terminal;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jboss.logging.Logger;

/// A stream that logs each line written to it, for logs that programs read.
final class LoggingPrintStream extends OutputStream {
  private static final Logger LOG = Logger.getLogger("dossier.progress");

  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  @Override
  public synchronized void write(int b) {
    if (b != '\n' && b != '\r') {
      line.write(b);
    } else if (line.size() > 0) {
      LOG.info(line.toString(StandardCharsets.UTF_8).strip());
      line.reset();
    }
  }
}
