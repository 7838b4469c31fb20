package org.dossier.cli.startup;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dossier.archive.Archive;
import org.dossier.cli.terminal.ProgressOutput;
import org.dossier.database.DataFolder;
import org.dossier.database.OwnerOnlyFiles;
import org.dossier.ingestion.Ingestion;
import org.dossier.ingestion.IngestionReport;

/// The articles that come with the program, in `corpus/`: an archive that never held anything is
/// filled with them. A filling that was cut off goes on at the next start; articles that somebody
/// deleted do not come back.
@Singleton
final class SampleCorpus {
  private final DossierConfig config;
  private final DataFolder folder;
  private final Archive archive;
  private final Ingestion ingestion;
  private final ProgressOutput progressOutput;
  private final ShutdownGate shutdownGate;

  SampleCorpus(
      DossierConfig config,
      DataFolder folder,
      Archive archive,
      Ingestion ingestion,
      ProgressOutput progressOutput,
      ShutdownGate shutdownGate) {
    this.config = config;
    this.folder = folder;
    this.archive = archive;
    this.ingestion = ingestion;
    this.progressOutput = progressOutput;
    this.shutdownGate = shutdownGate;
  }

  /// Takes them in where that is due.
  ///
  /// @return what came of it; empty where the archive has its articles
  Optional<IngestionReport> takeInIfDue() {
    var underWay = folder.fillingMarker();
    boolean due = archive.sequence() == 0 || Files.exists(underWay);
    if (!due || !Files.isDirectory(config.corpus())) {
      return Optional.empty();
    }
    return Optional.of(takeIn(underWay));
  }

  private IngestionReport takeIn(Path underWay) {
    try {
      OwnerOnlyFiles.createMissing(underWay);
      var ingestionReport =
          ingestion.run(
              List.of(config.corpus()), progressOutput.progress(), shutdownGate::requested);
      if (!ingestionReport.interrupted()) {
        Files.delete(underWay);
      }
      return ingestionReport;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
