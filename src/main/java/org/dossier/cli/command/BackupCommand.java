package org.dossier.cli.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongConsumer;
import org.dossier.cli.MaintenanceOutput;
import org.dossier.cli.RunningServer;
import org.dossier.cli.terminal.ProgressOutput;
import org.dossier.maintenance.BackupFile;
import org.dossier.maintenance.Backups;
import org.dossier.maintenance.Manifest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes the whole archive into one file.
@CommandLine.Command(
    name = "backup",
    description = {
      "Write the whole archive into one file: articles with all versions, vectors, conversations. A"
          + " server may be using the archive. The file is replaced atomically, once the backup is"
          + " complete. A remote server is sent the token in DOSSIER_TOKEN."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the backup is written and verified",
      "1:something failed, and the file is unchanged",
      "2:the command line is invalid"
    })
public final class BackupCommand implements Command {
  private static final Duration PROGRESS_INTERVAL = Duration.ofSeconds(2);

  // Set by picocli.
  @Parameters(
      paramLabel = "FILE",
      description = "The file; an existing backup of that name is replaced.")
  @SuppressWarnings("NullAway.Init")
  Path file;

  @Option(
      names = "--server",
      paramLabel = "URL",
      description = "Fetch the backup from this server over the network.")
  @Nullable URI server;

  @Option(
      names = "--keep",
      paramLabel = "N",
      description =
          "Afterwards keep the N newest backups of the folder and delete the others (default: keep"
              + " all).")
  @Nullable Integer keep;

  @Mixin CommonOptions common = new CommonOptions();

  @Override
  public Optional<String> fault() {
    if (keep != null && keep < 1) {
      return Optional.of("--keep must be at least 1: " + keep);
    }
    return server == null || "http".equals(server.getScheme()) || "https".equals(server.getScheme())
        ? Optional.empty()
        : Optional.of("--server must be http://HOST:PORT or https://HOST: " + server);
  }

  @Override
  public boolean needsModels() {
    return false;
  }

  @Override
  public Map<String, String> settings() {
    return Command.withoutServing(common);
  }

  @Override
  public Optional<URI> namedServer() {
    return Optional.ofNullable(server);
  }

  @Override
  public OptionalInt runOn(RunningServer running) {
    System.err.println(
        "waiting for the server at %s to write and send a backup".formatted(running.address()));
    var client = running.client();
    try (var received = client.post("/api/backup")) {
      finish(BackupFile.receive(received, file));
      return OptionalInt.of(0);
    } catch (IOException e) {
      throw client.connectionLost(e);
    }
  }

  @Override
  public int run(CommandContext context) {
    return Maintenance.run(
        context, () -> finish(context.get(Backups.class).write(file, progress(context))));
  }

  private void finish(Manifest manifest) {
    System.out.println(MaintenanceOutput.backedUp(manifest, file));
    if (keep != null) {
      BackupFile.keepNewest(keep, file);
    }
  }

  /// Prints a line per [#PROGRESS_INTERVAL].
  private static LongConsumer progress(CommandContext context) {
    var clock = context.get(Clock.class);
    var err = context.get(ProgressOutput.class).err();
    return new LongConsumer() {
      private Instant next = clock.instant().plus(PROGRESS_INTERVAL);

      @Override
      public void accept(long rows) {
        if (!clock.instant().isBefore(next)) {
          next = clock.instant().plus(PROGRESS_INTERVAL);
          err.println(String.format(Locale.ROOT, "backup: %,d rows", rows));
        }
      }
    };
  }
}
