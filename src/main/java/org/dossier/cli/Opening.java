package org.dossier.cli;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import org.dossier.index.PassageIndex;
import org.dossier.model.EmbeddingModel;
import org.dossier.model.ReaderModel;

/// Makes the archive ready to be asked: opens its parts, each by being asked for, and fills it
/// where it never held anything.
@Singleton
final class Opening {
  private final ShippedArticles shipped;
  private final Instance<PassageIndex> index;
  private final Instance<Vectors> vectors;
  private final Instance<EmbeddingModel> embeddingModel;
  private final Instance<ReaderModel> readerModel;
  private final Screen screen;
  private final Interruption interruption;

  Opening(
      ShippedArticles shipped,
      Instance<PassageIndex> index,
      Instance<Vectors> vectors,
      Instance<EmbeddingModel> embeddingModel,
      Instance<ReaderModel> readerModel,
      Screen screen,
      Interruption interruption) {
    this.shipped = shipped;
    this.index = index;
    this.vectors = vectors;
    this.embeddingModel = embeddingModel;
    this.readerModel = readerModel;
    this.screen = screen;
    this.interruption = interruption;
  }

  /// With an index of all words; vectors may be missing. The models are read too, so that a server
  /// that cannot answer does not start.
  void open() {
    interruption.during(
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
  void openWithVectors() {
    interruption.during(
        () -> {
          fill();
          vectors.get().completeIfFew();
        },
        this::farewell);
  }

  private void farewell() {
    screen.err().println("Interrupted: the next start goes on where this one stopped.");
  }

  private void fill() {
    shipped
        .takeInIfDue()
        .ifPresent(ingestionReport ->
            screen
                .err()
                .println(
                    "The archive was empty and took in corpus/: "
                        + ingestionReport.lines().getFirst()));
  }
}
