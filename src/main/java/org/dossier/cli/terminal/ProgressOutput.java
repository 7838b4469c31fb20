package org.dossier.cli.terminal;

import jakarta.inject.Singleton;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.dossier.ingestion.IngestionProgress;
import org.dossier.ingestion.PlainProgress;
import org.dossier.ingestion.TerminalProgress;
import org.dossier.observability.ObservabilityConfig;

/// Where a command shows how far it is: standard error, so that standard output is the result's.
/// Where the log is for programs, it is lines of the log.
@Singleton
public final class ProgressOutput {
  private final Terminal terminal = Terminal.current();
  private final Clock clock;
  private final boolean logged;
  private final PrintStream err;

  ProgressOutput(Clock clock, ObservabilityConfig observing) {
    this.clock = clock;
    this.logged = observing.log().json();
    this.err =
        logged
            ? new PrintStream(new LoggingPrintStream(), true, StandardCharsets.UTF_8)
            : System.err;
  }

  public Terminal terminal() {
    return terminal;
  }

  /// Whether no person reads along, but a program that wants lines of the log.
  public boolean logged() {
    return logged;
  }

  public PrintStream err() {
    return err;
  }

  /// Shows a run of taking in.
  public IngestionProgress progress() {
    return terminal.interactive() && !logged
        ? new TerminalProgress(err, clock)
        : new PlainProgress(err, clock);
  }
}
