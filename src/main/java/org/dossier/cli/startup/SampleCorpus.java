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

/// The articles that come with the program, in `corpus/`. They fill an archive that has never held
/// an article. An interrupted ingestion continues at the next start. Articles that a user deleted
/// do not come back.
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

  /// Ingests the sample corpus if the archive has never held an article or an ingestion was
  /// interrupted.
  ///
  /// @return the report; empty if nothing was to be ingested
  Optional<IngestionReport> ingestIfDue() {
    var marker = folder.fillingMarker();
    boolean due = archive.sequence() == 0 || Files.exists(marker);
    if (!due || !Files.isDirectory(config.corpus())) {
      return Optional.empty();
    }
    return Optional.of(ingest(marker));
  }

  private IngestionReport ingest(Path marker) {
    try {
      OwnerOnlyFiles.createMissing(marker);
      var ingestionReport =
          ingestion.run(
              List.of(config.corpus()), progressOutput.progress(), shutdownGate::requested);
      if (!ingestionReport.interrupted()) {
        Files.delete(marker);
      }
      return ingestionReport;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
