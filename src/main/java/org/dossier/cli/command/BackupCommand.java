package org.dossier.cli.command;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.dossier.maintenance.BackupFile;
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
  // picocli sets it before anything reads it.
  @Parameters(paramLabel = "FILE", description = "The file; a backup of that name is replaced.")
  @SuppressWarnings("NullAway.Init")
  public Path file;

  @Option(
      names = "--server",
      paramLabel = "URL",
      description = "Have that server write it, wherever it is, and take it over the network.")
  public @Nullable URI server;

  @Option(
      names = "--keep",
      paramLabel = "N",
      description =
          "Once it is written, keep the N newest backups of its folder and delete the others"
              + " (default: keep all).")
  public @Nullable Integer keep;

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

  /// What remains to be done once it is written.
  public void tidy() {
    if (keep != null) {
      BackupFile.keepNewest(keep, file);
    }
  }
}
