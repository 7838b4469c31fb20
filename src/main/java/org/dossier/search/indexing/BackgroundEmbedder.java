package org.dossier.search.indexing;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.dossier.archive.Archive;
import org.dossier.archive.Embeddings;
import org.dossier.concurrent.BackgroundWorker;
import org.dossier.inference.EmbeddingModel;
import org.dossier.search.PassageIndex;

/// Computes missing vectors in the background, and has the index include them. After a failure it
/// logs the cause and retries.
public final class BackgroundEmbedder implements AutoCloseable {

  /// The maximum time between storing a vector and making it searchable.
  private static final Duration REFRESH_INTERVAL = Duration.ofSeconds(5);

  private final PassageIndex index;
  private final Embedder embedder;
  private final BackgroundWorker backgroundWorker = new BackgroundWorker("embedder", this::step);
  private long refreshed = System.nanoTime();

  /// True if vectors are stored that the index does not have.
  private boolean behind;

  /// @param model computes the vectors of a list of texts, in their order
  public BackgroundEmbedder(
      Archive archive,
      Embeddings embeddings,
      PassageIndex index,
      Function<List<String>, List<float[]>> model) {
    this.index = index;
    this.embedder = new Embedder(archive, embeddings, index.model(), model);
  }

  /// An embedder with `model`, the model that `index` was opened for.
  public static BackgroundEmbedder of(
      Archive archive, Embeddings embeddings, PassageIndex index, EmbeddingModel model) {
    return new BackgroundEmbedder(archive, embeddings, index, model::embedPassages);
  }

  /// Starts on its own thread. To be called once.
  public void start() {
    index.onChange(backgroundWorker::wake);
    backgroundWorker.start();
  }

  /// The number of passages without a vector, which only lexical search finds.
  public int backlog() {
    return index.search(indexSnapshot -> indexSnapshot.passages() - indexSnapshot.vectors());
  }

  /// As [#backlog], less the passages whose vectors the current step has computed. For displays of
  /// progress.
  public int remaining() {
    int backlog = backlog();
    return Math.clamp((long) backlog - embedder.computed(), 0, backlog);
  }

  /// The recent rate in passages per second; 0 before the first step.
  public double rate() {
    return embedder.rate();
  }

  /// Stops after the current batch, within about a second. To be called before the index and the
  /// model are closed.
  @Override
  public void close() {
    backgroundWorker.close();
  }

  private boolean step() {
    boolean worked = embedder.step(backgroundWorker::isClosing);
    behind |= worked;
    // At intervals only, because each refresh writes another vector graph. When no work is left, it
    // always refreshes, so that an empty backlog means that everything is searchable.
    if (behind && (!worked || System.nanoTime() - refreshed > REFRESH_INTERVAL.toNanos())) {
      index.catchUp();
      refreshed = System.nanoTime();
      behind = false;
    }
    return worked;
  }
}
