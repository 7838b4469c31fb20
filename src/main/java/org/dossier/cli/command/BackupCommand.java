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

/// Writes all of the archive into one file.
@CommandLine.Command(
    name = "backup",
    description = {
      "Write the whole archive into one file, while a server works on it or not: articles with all"
          + " versions, vectors, conversations. Under the name stands a whole backup or what stood"
          + " there before, at any moment. A server elsewhere is sent the token in DOSSIER_TOKEN."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the backup is written and verified",
      "1:something failed, and nothing was written under the name",
      "2:the command line is wrong"
    })
public final class BackupCommand implements Command {
  private static final Duration PROGRESS_INTERVAL = Duration.ofSeconds(2);

  // picocli sets it before anything reads it.
  @Parameters(paramLabel = "FILE", description = "The file; a backup of that name is replaced.")
  @SuppressWarnings("NullAway.Init")
  Path file;

  @Option(
      names = "--server",
      paramLabel = "URL",
      description = "Have that server write it, wherever it is, and take it over the network.")
  @Nullable URI server;

  @Option(
      names = "--keep",
      paramLabel = "N",
      description =
          "Once it is written, keep the N newest backups of its folder and delete the others"
              + " (default: keep all).")
  @Nullable Integer keep;

  @Mixin CommonOptions common = new CommonOptions();

  @Override
  public Optional<String> fault() {
    if (keep != null && keep < 1) {
      return Optional.of("At least the new backup is kept: --keep " + keep);
    }
    return server == null || "http".equals(server.getScheme()) || "https".equals(server.getScheme())
        ? Optional.empty()
        : Optional.of("A server is named as http://HOST:PORT or https://HOST: " + server);
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
        "the server at %s writes a backup, and then sends it".formatted(running.address()));
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
