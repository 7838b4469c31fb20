package org.dossier.cli.startup;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.dossier.archive.Archive;
import org.dossier.cli.terminal.ProgressOutput;
import org.dossier.database.DataFolder;
import org.dossier.database.Database;
import org.dossier.database.OwnerOnlyFiles;
import org.dossier.ingestion.Ingestion;
import org.dossier.ingestion.IngestionReport;

/// The sample articles that come with the program, in `corpus/`. They fill a new default data
/// folder, and on request (`dossier.demo`) any archive that has never held an article; they never
/// mix with articles that a user ingested first. An interrupted ingestion continues at the next
/// start. Articles that a user deleted do not come back.
@Singleton
final class SampleCorpus {
  private final DossierConfig config;
  private final DataFolder folder;
  private final Database database;
  private final Archive archive;
  private final Ingestion ingestion;
  private final ProgressOutput progressOutput;
  private final ShutdownGate shutdownGate;

  SampleCorpus(
      DossierConfig config,
      DataFolder folder,
      Database database,
      Archive archive,
      Ingestion ingestion,
      ProgressOutput progressOutput,
      ShutdownGate shutdownGate) {
    this.config = config;
    this.folder = folder;
    this.database = database;
    this.archive = archive;
    this.ingestion = ingestion;
    this.progressOutput = progressOutput;
    this.shutdownGate = shutdownGate;
  }

  /// Ingests the sample articles if they are due.
  ///
  /// @return the report; empty if nothing was to be ingested
  Optional<IngestionReport> ingestIfDue() {
    return isDue() && Files.isDirectory(config.corpus()) ? Optional.of(ingest()) : Optional.empty();
  }

  private boolean isDue() {
    if (Files.exists(folder.fillingMarker())) {
      return true;
    }
    boolean newDefaultFolder =
        folder.isNew() && !database.isShared() && DataLocation.of(config).isDefault();
    return (newDefaultFolder || config.demo()) && archive.sequence() == 0;
  }

  private IngestionReport ingest() {
    var marker = folder.fillingMarker();
    try {
      OwnerOnlyFiles.createMissing(marker);
      var ingestionReport =
          ingestion.run(
              List.of(config.corpus()), progressOutput.progress(), shutdownGate::requested);
      if (!ingestionReport.interrupted()) {
        Files.move(marker, folder.sampleMarker(), StandardCopyOption.REPLACE_EXISTING);
      }
      return ingestionReport;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
