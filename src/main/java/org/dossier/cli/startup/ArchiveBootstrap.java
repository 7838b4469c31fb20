package org.dossier.cli.startup;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import org.dossier.cli.terminal.ProgressOutput;
import org.dossier.inference.EmbeddingModel;
import org.dossier.inference.ReaderModel;
import org.dossier.search.PassageIndex;

/// Makes the archive ready to be asked: opens its parts, each by being asked for, and fills it
/// where it never held anything.
@Singleton
public final class ArchiveBootstrap {
  private final SampleCorpus shipped;
  private final Instance<PassageIndex> index;
  private final Instance<EmbeddingProgress> embeddingProgress;
  private final Instance<EmbeddingModel> embeddingModel;
  private final Instance<ReaderModel> readerModel;
  private final ProgressOutput progressOutput;
  private final ShutdownGate shutdownGate;

  ArchiveBootstrap(
      SampleCorpus shipped,
      Instance<PassageIndex> index,
      Instance<EmbeddingProgress> embeddingProgress,
      Instance<EmbeddingModel> embeddingModel,
      Instance<ReaderModel> readerModel,
      ProgressOutput progressOutput,
      ShutdownGate shutdownGate) {
    this.shipped = shipped;
    this.index = index;
    this.embeddingProgress = embeddingProgress;
    this.embeddingModel = embeddingModel;
    this.readerModel = readerModel;
    this.progressOutput = progressOutput;
    this.shutdownGate = shutdownGate;
  }

  /// With an index of all words; vectors may be missing. The models are read too, so that a server
  /// that cannot answer does not start.
  public void open() {
    shutdownGate.during(
        () -> {
          fill();
          index.get().catchUp();
          embeddingModel.get().load();
          readerModel.get().load();
        },
        this::farewell);
  }

  /// With its vectors too, where few are missing: the first answer from the shipped articles is as
  /// good as any later one.
  public void openWithVectors() {
    shutdownGate.during(
        () -> {
          fill();
          embeddingProgress.get().completeIfFew();
        },
        this::farewell);
  }

  private void farewell() {
    progressOutput.err().println("Interrupted: the next start goes on where this one stopped.");
  }

  private void fill() {
    shipped
        .takeInIfDue()
        .ifPresent(ingestionReport ->
            progressOutput
                .err()
                .println(
                    "The archive was empty and took in corpus/: "
                        + ingestionReport.lines().getFirst()));
  }
}
