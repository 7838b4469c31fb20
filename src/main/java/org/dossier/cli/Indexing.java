package org.dossier.cli;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import org.dossier.corpus.Archive;
import org.dossier.corpus.DataFolder;
import org.dossier.corpus.Database;
import org.dossier.intake.Ingestion;

/// Takes articles in, and computes their vectors.
@Singleton
final class Indexing {
  private final DossierConfig config;
  private final Database database;
  private final Archive archive;
  private final Ingestion ingestion;
  private final Instance<Vectors> vectors;
  private final Screen screen;
  private final Interruption interruption;

  Indexing(
      DossierConfig config,
      Database database,
      Archive archive,
      Ingestion ingestion,
      Instance<Vectors> vectors,
      Screen screen,
      Interruption interruption) {
    this.config = config;
    this.database = database;
    this.archive = archive;
    this.ingestion = ingestion;
    this.vectors = vectors;
    this.screen = screen;
    this.interruption = interruption;
  }

  /// Takes in what the command names.
  ///
  /// @return the exit code: 0 where the archive has taken something, 1 where it took nothing
  int index(IndexCommand command) {
    var exitCode = new AtomicInteger(Interruption.EXIT_CODE);
    interruption.during(
        () -> exitCode.set(run(command)),
        () -> screen.err().println("Interrupted: the same command goes on where it stopped."));
    return exitCode.get();
  }

  private int run(IndexCommand command) {
    var ingestionReport = ingestion.run(command.paths, screen.progress(), interruption::requested);
    ingestionReport.lines().forEach(System.out::println);
    if (!command.withoutVectors && !interruption.requested()) {
      completeVectors();
    }
    if (interruption.requested()) {
      return Interruption.EXIT_CODE;
    }
    System.out.println("The archive has " + Contents.of(archive.summary()) + ".");
    return ingestionReport.articles() > 0 ? 0 : 1;
  }

  /// An archive on a server of its own may be taken into beside the process that has the data
  /// folder.
  private void completeVectors() {
    if (database.isShared() && DataFolder.holder(config.data()).isPresent()) {
      System.out.println("Their vectors are left to the process that has the data folder.");
      return;
    }
    vectors.get().complete();
  }
}
