package org.dossier.cli.startup;

import jakarta.inject.Singleton;
import java.util.Locale;
import org.dossier.cli.terminal.ProgressOutput;
import org.dossier.inference.EmbeddingModel;
import org.dossier.ingestion.RemainingTime;
import org.dossier.ingestion.RewrittenLine;
import org.dossier.search.PassageIndex;
import org.dossier.search.indexing.BackgroundEmbedder;

/// Computes all missing vectors and shows the progress.
@Singleton
public final class EmbeddingProgress {
  private static final long POLL_INTERVAL_MILLIS = 100;
  private static final int POLLS_PER_LINE = 50;
  private static final int POLLS_PER_CATCH_UP = 10;
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

  /// As [#complete()], if at most [#FEW] vectors are missing; more are left to `index` and `serve`.
  void completeIfFew() {
    if (backgroundEmbedder.backlog() <= FEW) {
      complete();
    }
  }

  /// Blocks until all vectors are computed or the process is asked to stop.
  public void complete() {
    index.catchUp();
    int all = backgroundEmbedder.backlog();
    if (all == 0 || shutdownGate.requested()) {
      return;
    }
    // If the model cannot be loaded, this fails, while the embedder would retry indefinitely.
    model.load();
    backgroundEmbedder.start();
    var display = new Display(all);
    for (int left = all;
        left > 0 && !shutdownGate.requested();
        left = backgroundEmbedder.backlog()) {
      display.remaining(backgroundEmbedder.remaining());
      pause();
      if (display.polls() % POLLS_PER_CATCH_UP == 0) {
        // Another process on the same archive may be the one that computes the vectors.
        index.catchUp();
      }
    }
    display.end();
  }

  private static void pause() {
    try {
      Thread.sleep(POLL_INTERVAL_MILLIS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// The progress display. On a terminal, it is one line that is rewritten; elsewhere, it is a line
  /// per [#POLLS_PER_LINE] polls if the number has changed.
  private final class Display {
    private final int all;
    private final RewrittenLine terminal = new RewrittenLine(progressOutput.err());
    private int polls;
    private int printed = -1;
    private int least = Integer.MAX_VALUE;

    Display(int all) {
      this.all = all;
    }

    int polls() {
      return polls;
    }

    void remaining(int current) {
      // Stored vectors count again until the index has them.
      least = Math.min(least, current);
      int left = least;
      var line = line(left);
      polls++;
      if (progressOutput.terminal().interactive()) {
        terminal.write(line);
      } else if (polls % POLLS_PER_LINE == 0 && left != printed) {
        printed = left;
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
