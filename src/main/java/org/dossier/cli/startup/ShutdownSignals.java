package org.dossier.cli.startup;

import io.quarkus.runtime.Quarkus;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/// The signals that stop a server. After SIGTERM, Ctrl-C (SIGINT) or the closing of the terminal
/// (SIGHUP), the server finishes the requests in progress. A second Ctrl-C ends it immediately.
public final class ShutdownSignals {
  private static final Logger LOG = Logger.getLogger(ShutdownSignals.class);
  private static final String CTRL_C = "INT";
  private static final AtomicBoolean STOPPING = new AtomicBoolean();

  private ShutdownSignals() {}

  /// Installs the handlers. Without them, the framework would end the process by the signal, and
  /// the exit code would not be 0.
  public static void install() {
    Signals.handle(List.of("TERM", CTRL_C, "HUP"), ShutdownSignals::handle);
  }

  private static void handle(String signal) {
    if (STOPPING.compareAndSet(false, true)) {
      LOG.info("Stopping: requests in progress are finished. Press Ctrl-C to stop immediately.");
      Quarkus.asyncExit(0);
    } else if (signal.equals(CTRL_C)) {
      Runtime.getRuntime().halt(ShutdownGate.EXIT_CODE);
    }
  }
}
