package org.dossier.cli.command;

import org.dossier.cli.startup.ShutdownGate;
import org.dossier.cli.terminal.ProgressOutput;

/// Runs maintenance that an interruption leaves either complete or without effect.
final class Maintenance {
  private Maintenance() {}

  /// @return the exit code
  static int run(CommandContext context, Runnable work) {
    var err = context.get(ProgressOutput.class).err();
    return context
        .get(ShutdownGate.class)
        .run(
            () -> {
              work.run();
              return 0;
            },
            () -> err.println("Interrupted: what was there is as it was, or all is done."));
  }
}
