package org.dossier.cli.terminal;

import jakarta.inject.Singleton;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.dossier.ingestion.IngestionProgress;
import org.dossier.ingestion.PlainProgress;
import org.dossier.ingestion.TerminalProgress;
import org.dossier.observability.ObservabilityConfig;

/// The output for progress: standard error, so that standard output holds only the result. If the
/// log is JSON, progress is written as log lines.
@Singleton
public final class ProgressOutput {
  private final Terminal terminal = Terminal.current();
  private final Clock clock;
  private final boolean logged;
  private final PrintStream err;

  ProgressOutput(Clock clock, ObservabilityConfig config) {
    this.clock = clock;
    this.logged = config.log().json();
    this.err =
        logged
            ? new PrintStream(new LoggingPrintStream(), true, StandardCharsets.UTF_8)
            : System.err;
  }

  public Terminal terminal() {
    return terminal;
  }

  /// True if progress is written as log lines.
  public boolean logged() {
    return logged;
  }

  public PrintStream err() {
    return err;
  }

  /// A display of the progress of an ingestion.
  public IngestionProgress progress() {
    return terminal.interactive() && !logged
        ? new TerminalProgress(err, clock)
        : new PlainProgress(err, clock);
  }
}
