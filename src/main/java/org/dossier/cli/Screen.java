package org.dossier.cli;

import jakarta.inject.Singleton;
import java.io.PrintStream;
import java.time.Clock;
import org.dossier.intake.PlainProgress;
import org.dossier.intake.Progress;
import org.dossier.intake.TerminalProgress;

/// Where a command shows how far it is: standard error, so that standard output is the result's.
@Singleton
final class Screen {
  private final Terminal terminal = Terminal.current();
  private final Clock clock;

  Screen(Clock clock) {
    this.clock = clock;
  }

  Terminal terminal() {
    return terminal;
  }

  PrintStream err() {
    return System.err;
  }

  /// Shows a run of taking in.
  Progress progress() {
    return terminal.interactive()
        ? new TerminalProgress(System.err, clock)
        : new PlainProgress(System.err, clock);
  }
}
