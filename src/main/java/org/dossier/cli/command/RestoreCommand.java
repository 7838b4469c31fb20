package org.dossier.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.dossier.cli.CommandException;
import org.dossier.cli.MaintenanceOutput;
import org.dossier.cli.RunningServer;
import org.dossier.cli.startup.ShutdownGate;
import org.dossier.cli.terminal.ProgressOutput;
import org.dossier.database.DataFolder;
import org.dossier.database.Database;
import org.dossier.database.DatabaseConfig;
import org.dossier.maintenance.Restore;
import org.dossier.maintenance.Restored;
import org.dossier.maintenance.ServerRestore;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Replaces an archive by a backup, in either kind of database.
@CommandLine.Command(
    name = "restore",
    description = {
      "Replace the archive of the data folder by a backup. The backup is verified first. A backup of"
          + " an older version of the program is migrated; one of a newer version is rejected."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the archive was restored",
      "1:something failed, and the archive is unchanged",
      "2:the command line is invalid"
    })
public final class RestoreCommand implements Command {
  // Set by picocli.
  @Parameters(paramLabel = "FILE", description = "A backup.")
  @SuppressWarnings("NullAway.Init")
  Path file;

  @Option(
      names = "--replace",
      description = "Replace a non-empty archive; it is kept under another name.")
  boolean replace;

  @Mixin CommonOptions common = new CommonOptions();

  @Override
  public boolean needsModels() {
    return false;
  }

  /// Checked before anything is created.
  @Override
  public Optional<String> fault() {
    return Files.isRegularFile(file)
        ? Optional.empty()
        : Optional.of("There is no backup file ‘%s’".formatted(file));
  }

  @Override
  public DataFolderCheck.Requirement dataRequirement() {
    return DataFolderCheck.Requirement.NOTHING;
  }

  @Override
  public Map<String, String> settings() {
    return Command.withoutServing(common);
  }

  @Override
  public OptionalInt runOn(RunningServer server) {
    throw new CommandException(
        "a server is using this data folder: stop it first (process %d)".formatted(server.pid()));
  }

  @Override
  public int run(CommandContext context) {
    var output = context.get(ProgressOutput.class);
    return context
        .get(ShutdownGate.class)
        .run(
            () -> {
              MaintenanceOutput.restored(restore(context, output.err()::println))
                  .forEach(System.out::println);
              return 0;
            },
            () ->
                output
                    .err()
                    .println(
                        "Interrupted. The archive is either the old one or the restored one."));
  }

  private Restored restore(CommandContext context, Consumer<String> progress) {
    var folder = context.get(DataFolder.class);
    var clock = context.get(Clock.class);
    return context.get(DatabaseConfig.class).url().isPresent()
        ? new ServerRestore(context.get(Database.class), folder, clock)
            .restore(file, replace, progress)
        // The database must not be open while its file is replaced.
        : new Restore(folder, clock).restore(file, replace, progress);
  }
}
