package org.dossier.cli.startup;

import jakarta.inject.Singleton;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.dossier.archive.Archive;
import org.dossier.archive.Embeddings;
import org.dossier.cli.terminal.ProgressOutput;
import org.dossier.concurrent.BackgroundWorker;
import org.dossier.database.ArchiveUnavailableException;
import org.dossier.inference.EmbeddingModel;
import org.dossier.search.indexing.Embedder;

/// Computes missing vectors without an index, alongside the other processes of an archive, until
/// the process is asked to stop.
@Singleton
public final class EmbeddingWorker {
  private static final long POLL_INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(1);

  /// Counting takes longer with a larger archive; it may take this part of the time.
  private static final int COUNTING_SHARE = 20;

  private final Archive archive;
  private final Embeddings embeddings;
  private final EmbeddingModel model;
  private final ProgressOutput progressOutput;
  private final CountDownLatch stopping = new CountDownLatch(1);

  EmbeddingWorker(
      Archive archive, Embeddings embeddings, EmbeddingModel model, ProgressOutput progressOutput) {
    this.archive = archive;
    this.embeddings = embeddings;
    this.model = model;
    this.progressOutput = progressOutput;
  }

  /// The result of a run.
  ///
  /// @param passages the passages that this process embedded
  /// @param articles the articles that still lack vectors; -1 if the database was unreachable
  public record Embedded(long passages, long articles) {}

  /// Embeds until the process gets a signal to stop. After the signal, the vectors that are
  /// computed are stored.
  ///
  /// @param once whether to end as soon as no article lacks vectors
  public Embedded run(boolean once) {
    ShutdownSignals.install(stopping::countDown);
    // If the model cannot be loaded, this fails, while the worker would retry indefinitely.
    model.load();
    var name = Embeddings.model(model.id());
    var embedder = new Embedder(archive, embeddings, name, model::embedPassages);
    long articles;
    try (var worker = new BackgroundWorker("embedder", () -> embedder.step(this::isStopping))) {
      worker.start();
      articles = await(name, new EmbeddingDisplay(progressOutput, embedder), once);
    }
    return new Embedded(embedder.stored(), isStopping() ? pendingCount(name) : articles);
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  /// @return the articles that lack vectors
  private long await(String name, EmbeddingDisplay display, boolean once) {
    long articles;
    long counting;
    do {
      long start = System.nanoTime();
      articles = pendingCount(name);
      counting = System.nanoTime() - start;
      display.articles(articles);
    } while (!(once && articles == 0)
        && !stopsWithin(Math.max(POLL_INTERVAL_NANOS, COUNTING_SHARE * counting)));
    display.end();
    return articles;
  }

  /// The articles that lack vectors; -1 if the database is unreachable, which the worker logs.
  private long pendingCount(String name) {
    try {
      return embeddings.pendingCount(name);
    } catch (ArchiveUnavailableException _) {
      return -1;
    }
  }

  private boolean stopsWithin(long nanos) {
    try {
      return stopping.await(nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
