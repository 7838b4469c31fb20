package org.dossier.ingestion;

import java.io.PrintStream;
import java.time.Clock;

/// Progress on a terminal: one line, rewritten at most ten times a second and cleared at the end.
public final class TerminalProgress implements IngestionProgress {
  private static final long BETWEEN_MILLIS = 100;

  private final RewrittenLine terminal;
  private final Clock clock;
  private final ProgressLine progressLine;
  private long next = Long.MIN_VALUE;

  public TerminalProgress(PrintStream terminal, Clock clock) {
    this.terminal = new RewrittenLine(terminal);
    this.clock = clock;
    this.progressLine = new ProgressLine(clock);
  }

  @Override
  public void onCount() {
    terminal.write("reading …");
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
      terminal.write(progressLine.line(state));
    }
  }

  @Override
  public void onEnd(IngestionReport ingestionReport) {
    terminal.clear();
  }
}
