package org.dossier.cli.startup;

import io.quarkus.runtime.Quarkus;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/// How a server is told to stop: SIGTERM, Ctrl-C (SIGINT) or a terminal that is closed (SIGHUP) let
/// it finish what it does; a second Ctrl-C does not.
public final class ShutdownSignals {
  private static final Logger LOG = Logger.getLogger(ShutdownSignals.class);
  private static final String CTRL_C = "INT";
  private static final AtomicBoolean SAID = new AtomicBoolean();

  private ShutdownSignals() {}

  /// From now on. The framework would end the process by the signal, which is no way to end well.
  public static void onSignals() {
    Signals.handle(List.of("TERM", CTRL_C, "HUP"), ShutdownSignals::heard);
  }

  private static void heard(String signal) {
    if (SAID.compareAndSet(false, true)) {
      LOG.info("Stopping: requests in progress are finished. Ctrl-C stops at once.");
      Quarkus.asyncExit(0);
    } else if (signal.equals(CTRL_C)) {
      Runtime.getRuntime().halt(ShutdownGate.EXIT_CODE);
    }
  }
}
