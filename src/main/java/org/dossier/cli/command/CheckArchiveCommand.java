package org.dossier.cli.command;

import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import org.dossier.cli.MaintenanceOutput;
import org.dossier.cli.RunningServer;
import org.dossier.maintenance.ArchiveVerifier;
import org.dossier.maintenance.BackupFile;
import org.dossier.maintenance.IntegrityReport;
import org.dossier.search.IndexInspector;
import org.dossier.search.PassageIndex;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Verifies the integrity of an archive or a backup.
@CommandLine.Command(
    name = "check-archive",
    description = {
      "Verify the integrity of the archive: the database, every article against its hash, every"
          + " vector, and the index against the articles. A server may be using the archive. With a"
          + " FILE, verify a backup and its checksums instead."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:no problem was found",
      "1:a problem was found, or something failed",
      "2:the command line is invalid"
    })
public final class CheckArchiveCommand implements Command {
  @Parameters(arity = "0..1", paramLabel = "FILE", description = "A backup.")
  @Nullable Path file;

  @Mixin CommonOptions common = new CommonOptions();

  @Override
  public boolean usesDataFolder() {
    return file == null;
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
  public OptionalInt runOn(RunningServer server) {
    System.err.println(
        "waiting for the server at %s to check its archive".formatted(server.address()));
    return OptionalInt.of(print(server.client().post("/api/check-archive", IntegrityReport.class)));
  }

  @Override
  public int run(CommandContext context) {
    return print(file == null ? checkArchive(context) : BackupFile.verify(file));
  }

  private static IntegrityReport checkArchive(CommandContext context) {
    try {
      return context
          .get(ArchiveVerifier.class)
          .verify(
              () -> context.get(IndexInspector.class).inspect(),
              () -> context.get(PassageIndex.class));
    } catch (RuntimeException e) {
      // A badly damaged database cannot even be opened.
      return ArchiveVerifier.reportUnopened(e).orElseThrow(() -> e);
    }
  }

  private static int print(IntegrityReport report) {
    MaintenanceOutput.report(report).forEach(System.out::println);
    return report.sound() ? 0 : 1;
  }
}
