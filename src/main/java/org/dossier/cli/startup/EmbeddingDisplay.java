package org.dossier.cli.startup;

import java.time.Duration;
import java.util.Locale;
import org.dossier.cli.terminal.ProgressOutput;
import org.dossier.ingestion.RemainingTime;
import org.dossier.ingestion.RewrittenLine;
import org.dossier.search.indexing.Embedder;

/// The progress of a worker that embeds. On a terminal, it is one line that is rewritten;
/// elsewhere, it is a line per minute. Not thread-safe.
final class EmbeddingDisplay {
  private static final Duration LINE_INTERVAL = Duration.ofMinutes(1);

  private final ProgressOutput progressOutput;
  private final Embedder embedder;
  private final RewrittenLine terminal;
  private final boolean interactive;
  private long printed;

  /// The number of articles of the last call; -1 before.
  private long before = -1;

  /// When work began, and with how many articles.
  private long began;

  private long all;

  EmbeddingDisplay(ProgressOutput progressOutput, Embedder embedder) {
    this.progressOutput = progressOutput;
    this.embedder = embedder;
    this.terminal = new RewrittenLine(progressOutput.err());
    this.interactive = progressOutput.terminal().interactive() && !progressOutput.logged();
  }

  /// @param articles the articles that lack vectors; a negative number if it is unknown
  void articles(long articles) {
    if (articles < 0 || (articles == 0 && before == 0)) {
      return;
    }
    if (before <= 0 || articles > all) {
      began = System.nanoTime();
      all = articles;
    }
    boolean changes = before <= 0 || articles == 0;
    before = articles;
    if (interactive) {
      terminal.write(line(articles));
    } else if (changes || System.nanoTime() - printed > LINE_INTERVAL.toNanos()) {
      printed = System.nanoTime();
      progressOutput.err().println(line(articles));
    }
  }

  void end() {
    terminal.clear();
  }

  private String line(long articles) {
    if (articles == 0) {
      return "vectors: all articles have them";
    }
    var line = String.format(Locale.ROOT, "vectors: missing for %,d articles", articles);
    double rate = embedder.rate();
    if (rate > 0) {
      line += String.format(Locale.ROOT, " · this process: %.0f passages/s", rate);
    }
    // All processes of the archive together.
    double perSecond = (all - articles) / ((System.nanoTime() - began) / 1e9);
    return perSecond > 0
        ? line + " · " + RemainingTime.format((long) (articles / perSecond)) + " left"
        : line;
  }
}
