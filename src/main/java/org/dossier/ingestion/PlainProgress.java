package org.dossier.ingestion;

import java.io.PrintStream;
import java.time.Clock;
import java.util.Locale;

/// Progress in lines, for logs and pipes: the files found, then the state every five seconds.
public final class PlainProgress implements IngestionProgress {
  private static final long BETWEEN_MILLIS = 5_000;

  private final PrintStream out;
  private final Clock clock;
  private final ProgressLine progressLine;
  private long next;

  public PlainProgress(PrintStream out, Clock clock) {
    this.out = out;
    this.clock = clock;
    this.progressLine = new ProgressLine(clock);
  }

  @Override
  public void onStart(long files, long bytes) {
    progressLine.start(bytes);
    next = clock.millis() + BETWEEN_MILLIS;
    out.println(String.format(Locale.ROOT, "found %,d files, %,.1f MB", files, bytes / 1e6));
  }

  @Override
  public void onAdvance(State state) {
    long now = clock.millis();
    if (now >= next) {
      next = now + BETWEEN_MILLIS;
      out.println(progressLine.line(state));
    }
  }
}
