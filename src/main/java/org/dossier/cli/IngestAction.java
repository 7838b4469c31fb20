package org.dossier.cli;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import org.dossier.archive.Archive;
import org.dossier.cli.command.IndexCommand;
import org.dossier.cli.startup.DossierConfig;
import org.dossier.cli.startup.EmbeddingProgress;
import org.dossier.cli.startup.ShutdownGate;
import org.dossier.cli.terminal.ProgressOutput;
import org.dossier.database.DataFolder;
import org.dossier.database.Database;
import org.dossier.ingestion.Ingestion;

/// Takes articles in, and computes their vectors.
@Singleton
public final class IngestAction {
  private final DossierConfig config;
  private final Database database;
  private final Archive archive;
  private final Ingestion ingestion;
  private final Instance<EmbeddingProgress> embeddingProgress;
  private final ProgressOutput progressOutput;
  private final ShutdownGate shutdownGate;

  IngestAction(
      DossierConfig config,
      Database database,
      Archive archive,
      Ingestion ingestion,
      Instance<EmbeddingProgress> embeddingProgress,
      ProgressOutput progressOutput,
      ShutdownGate shutdownGate) {
    this.config = config;
    this.database = database;
    this.archive = archive;
    this.ingestion = ingestion;
    this.embeddingProgress = embeddingProgress;
    this.progressOutput = progressOutput;
    this.shutdownGate = shutdownGate;
  }

  /// Takes in what the command names.
  ///
  /// @return the exit code: 0 where the archive has taken something, 1 where it took nothing
  public int index(IndexCommand command) {
    var exitCode = new AtomicInteger(ShutdownGate.EXIT_CODE);
    shutdownGate.during(
        () -> exitCode.set(run(command)),
        () ->
            progressOutput
                .err()
                .println("Interrupted: the same command goes on where it stopped."));
    return exitCode.get();
  }

  private int run(IndexCommand command) {
    var ingestionReport =
        ingestion.run(command.paths, progressOutput.progress(), shutdownGate::requested);
    ingestionReport.lines().forEach(System.out::println);
    if (!command.withoutVectors && !shutdownGate.requested()) {
      completeVectors();
    }
    if (shutdownGate.requested()) {
      return ShutdownGate.EXIT_CODE;
    }
    System.out.println("The archive has " + ArchiveSummaryText.of(archive.summary()) + ".");
    return ingestionReport.articles() > 0 ? 0 : 1;
  }

  /// An archive on a server of its own may be taken into beside the process that has the data
  /// folder.
  private void completeVectors() {
    if (database.isShared() && DataFolder.holder(config.data()).isPresent()) {
      System.out.println("Their vectors are left to the process that has the data folder.");
      return;
    }
    embeddingProgress.get().complete();
  }
}
