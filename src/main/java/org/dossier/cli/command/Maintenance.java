package org.dossier.cli.command;

import org.dossier.cli.startup.ShutdownGate;
import org.dossier.cli.terminal.ProgressOutput;

/// Runs a maintenance operation that is atomic: an interruption leaves it complete or without
/// effect.
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
            () -> err.println("Interrupted. The operation either completed or changed nothing."));
  }
}
