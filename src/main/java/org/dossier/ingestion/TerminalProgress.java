package org.dossier.ingestion;

import java.io.PrintStream;
import java.time.Clock;

/// Progress on a terminal: one line, rewritten at most ten times a second and cleared at the end.
public final class TerminalProgress implements IngestionProgress {
  private static final long BETWEEN_MILLIS = 100;

  private final PrintStream terminal;
  private final Clock clock;
  private final ProgressLine progressLine;
  private long next = Long.MIN_VALUE;
  private int width;

  public TerminalProgress(PrintStream terminal, Clock clock) {
    this.terminal = terminal;
    this.clock = clock;
    this.progressLine = new ProgressLine(clock);
  }

  @Override
  public void onStart(long files, long bytes) {
    progressLine.start(bytes);
  }

  @Override
  public void onAdvance(State state) {
    long now = clock.millis();
    if (now >= next) {
      next = now + BETWEEN_MILLIS;
      rewrite(progressLine.line(state));
    }
  }

  @Override
  public void onEnd(IngestionReport ingestionReport) {
    if (width > 0) {
      rewrite("");
      terminal.print('\r');
      terminal.flush();
    }
  }

  private void rewrite(String line) {
    terminal.print('\r' + line + " ".repeat(Math.max(0, width - line.length())));
    terminal.flush();
    width = line.length();
  }
}
