package org.dossier.cli.startup;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import org.dossier.archive.Archive;
import org.dossier.cli.terminal.ProgressOutput;
import org.dossier.inference.EmbeddingModel;
import org.dossier.inference.ReaderModel;
import org.dossier.search.PassageIndex;

/// Prepares the archive for questions: opens its parts, and ingests the sample articles if they are
/// due.
@Singleton
public final class ArchiveBootstrap {
  private final DossierConfig config;
  private final SampleCorpus sampleCorpus;
  private final Archive archive;
  private final Instance<PassageIndex> index;
  private final Instance<EmbeddingProgress> embeddingProgress;
  private final Instance<EmbeddingModel> embeddingModel;
  private final Instance<ReaderModel> readerModel;
  private final ReprintProgress reprintProgress;
  private final ProgressOutput progressOutput;
  private final ShutdownGate shutdownGate;

  ArchiveBootstrap(
      DossierConfig config,
      SampleCorpus sampleCorpus,
      Archive archive,
      Instance<PassageIndex> index,
      Instance<EmbeddingProgress> embeddingProgress,
      Instance<EmbeddingModel> embeddingModel,
      Instance<ReaderModel> readerModel,
      ReprintProgress reprintProgress,
      ProgressOutput progressOutput,
      ShutdownGate shutdownGate) {
    this.config = config;
    this.sampleCorpus = sampleCorpus;
    this.archive = archive;
    this.index = index;
    this.embeddingProgress = embeddingProgress;
    this.embeddingModel = embeddingModel;
    this.readerModel = readerModel;
    this.reprintProgress = reprintProgress;
    this.progressOutput = progressOutput;
    this.shutdownGate = shutdownGate;
  }

  /// Opens the archive with a complete lexical index; vectors may be missing. The models are loaded
  /// too, so that a server that cannot answer does not start.
  public void open() {
    shutdownGate.during(
        () -> {
          fill();
          index.get().catchUp();
          embeddingModel.get().load();
          readerModel.get().load();
        },
        this::reportInterruption);
  }

  /// Opens the archive, and computes missing vectors if they are few: the first answer from the
  /// sample corpus is then as good as any later one.
  public void openWithVectors() {
    shutdownGate.during(
        () -> {
          fill();
          reportEmptyArchive();
          embeddingProgress.get().completeIfFew();
        },
        this::reportInterruption);
  }

  private void reportInterruption() {
    progressOutput.err().println("Interrupted: the next start continues where this one stopped.");
  }

  private void reportEmptyArchive() {
    if (archive.ids(null, null, _ -> true).isEmpty()) {
      progressOutput
          .err()
          .println(
              "This archive is empty. Ingest articles: "
                  + DataLocation.of(config).command("index PATH"));
    }
  }

  private void fill() {
    sampleCorpus
        .ingestIfDue()
        .ifPresent(ingestionReport ->
            progressOutput
                .err()
                .println(
                    "The new archive was filled with the sample articles of corpus/: "
                        + ingestionReport.lines().getFirst()));
    // A server answers in the meantime, and does this in the background.
    if (!config.serving()) {
      reprintProgress.complete();
    }
  }
}
