package org.dossier.cli;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.dossier.cli.command.RestoreCommand;
import org.dossier.cli.startup.ShutdownGate;
import org.dossier.cli.terminal.ProgressOutput;
import org.dossier.database.DataFolder;
import org.dossier.database.Database;
import org.dossier.database.DatabaseConfig;
import org.dossier.maintenance.Restore;
import org.dossier.maintenance.Restored;
import org.dossier.maintenance.ServerRestore;

/// Puts a backup in the place of the archive, whichever database that is in.
@Singleton
public final class RestoreAction {
  private final DatabaseConfig config;
  private final Instance<Database> database;
  private final Instance<DataFolder> folder;
  private final ProgressOutput progressOutput;
  private final ShutdownGate shutdownGate;
  private final Clock clock;

  RestoreAction(
      DatabaseConfig config,
      Instance<Database> database,
      Instance<DataFolder> folder,
      ProgressOutput progressOutput,
      ShutdownGate shutdownGate,
      Clock clock) {
    this.config = config;
    this.database = database;
    this.folder = folder;
    this.progressOutput = progressOutput;
    this.shutdownGate = shutdownGate;
    this.clock = clock;
  }

  /// @return the exit code
  public int restore(RestoreCommand command) {
    var exitCode = new AtomicInteger(ShutdownGate.EXIT_CODE);
    shutdownGate.during(
        () -> {
          MaintenanceOutput.restored(runRestore(command)).forEach(System.out::println);
          exitCode.set(0);
        },
        () ->
            progressOutput
                .err()
                .println("Interrupted: the archive is the old one, or the new one."));
    return exitCode.get();
  }

  private Restored runRestore(RestoreCommand command) {
    Consumer<String> telling = line -> progressOutput.err().println(line);
    return config.url().isPresent()
        ? new ServerRestore(database.get(), folder.get(), clock)
            .restore(command.file, command.replace, telling)
        // The database must not be open while its file is replaced.
        : new Restore(folder.get(), clock).restore(command.file, command.replace, telling);
  }
}
