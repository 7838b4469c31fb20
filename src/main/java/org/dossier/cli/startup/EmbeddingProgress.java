package org.dossier.cli.startup;

import jakarta.inject.Singleton;
import java.util.Locale;
import org.dossier.cli.terminal.ProgressOutput;
import org.dossier.inference.EmbeddingModel;
import org.dossier.ingestion.RemainingTime;
import org.dossier.ingestion.RewrittenLine;
import org.dossier.search.PassageIndex;
import org.dossier.search.indexing.BackgroundEmbedder;

/// Computes the vectors that are missing, to the end, and shows how far that is.
@Singleton
public final class EmbeddingProgress {
  private static final long BETWEEN_LOOKS_MILLIS = 100;
  private static final int LOOKS_BETWEEN_LINES = 50;
  private static final int LOOKS_BETWEEN_CHANGES = 10;
  private static final int FEW = 250;

  private final PassageIndex index;
  private final EmbeddingModel model;
  private final BackgroundEmbedder backgroundEmbedder;
  private final ProgressOutput progressOutput;
  private final ShutdownGate shutdownGate;

  EmbeddingProgress(
      PassageIndex index,
      EmbeddingModel model,
      BackgroundEmbedder backgroundEmbedder,
      ProgressOutput progressOutput,
      ShutdownGate shutdownGate) {
    this.index = index;
    this.model = model;
    this.backgroundEmbedder = backgroundEmbedder;
    this.progressOutput = progressOutput;
    this.shutdownGate = shutdownGate;
  }

  /// As [#complete()], where that takes moments; more is left to `index` and `serve`.
  void completeIfFew() {
    if (backgroundEmbedder.backlog() <= FEW) {
      complete();
    }
  }

  /// Returns when all is done, or the process is to end.
  public void complete() {
    index.catchUp();
    int all = backgroundEmbedder.backlog();
    if (all == 0 || shutdownGate.requested()) {
      return;
    }
    // The embedder would try again and again where the model cannot be loaded.
    model.load();
    backgroundEmbedder.start();
    var shown = new Shown(all);
    for (int left = all;
        left > 0 && !shutdownGate.requested();
        left = backgroundEmbedder.backlog()) {
      shown.remaining(left);
      pause();
      if (shown.looks() % LOOKS_BETWEEN_CHANGES == 0) {
        // Another process on the archive may be the one that computes them.
        index.catchUp();
      }
    }
    shown.end();
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_LOOKS_MILLIS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// One line that is rewritten on a terminal, a line now and then elsewhere.
  private final class Shown {
    private final int all;
    private final RewrittenLine terminal = new RewrittenLine(progressOutput.err());
    private int looks;

    Shown(int all) {
      this.all = all;
    }

    int looks() {
      return looks;
    }

    void remaining(int left) {
      var line = line(left);
      looks++;
      if (progressOutput.terminal().interactive()) {
        terminal.write(line);
      } else if (looks % LOOKS_BETWEEN_LINES == 0) {
        progressOutput.err().println(line);
      }
    }

    void end() {
      terminal.clear();
    }

    private String line(int left) {
      double rate = backgroundEmbedder.rate();
      var line = String.format(Locale.ROOT, "vectors: %,d of %,d passages", all - left, all);
      return rate == 0
          ? line
          : line
              + String.format(
                  Locale.ROOT,
                  " · %.0f passages/s · %s left",
                  rate,
                  RemainingTime.format((long) (left / rate)));
    }
  }
}
