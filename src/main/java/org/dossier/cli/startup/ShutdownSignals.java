package org.dossier.cli.startup;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/// The signals that stop a process that runs until then: SIGTERM, Ctrl-C (SIGINT) and the closing
/// of the terminal (SIGHUP). The process finishes the work in progress. A second Ctrl-C ends it
/// immediately.
public final class ShutdownSignals {
  private static final String CTRL_C = "INT";
  private static final AtomicBoolean STOPPING = new AtomicBoolean();

  private ShutdownSignals() {}

  /// Installs the handlers. Without them, the framework would end the process by the signal, and
  /// the exit code would not be 0.
  ///
  /// @param stop runs after the first signal, on a thread of its own
  public static void install(Runnable stop) {
    Signals.handle(List.of("TERM", CTRL_C, "HUP"), signal -> handle(signal, stop));
  }

  private static void handle(String signal, Runnable stop) {
    if (STOPPING.compareAndSet(false, true)) {
      stop.run();
    } else if (signal.equals(CTRL_C)) {
      Runtime.getRuntime().halt(ShutdownGate.EXIT_CODE);
    }
  }
}
