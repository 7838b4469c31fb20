package org.dossier.search.indexing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.dossier.archive.Archive;
import org.dossier.archive.Article;
import org.dossier.archive.Change;
import org.dossier.archive.Embeddings;
import org.dossier.concurrent.BackgroundWorker;
import org.dossier.inference.EmbeddingModel;
import org.dossier.search.PassageIndex;

/// Computes missing vectors in the background: it takes a few articles at a time, oldest change
/// first, and stores their vectors in the database and the index. A stored vector is never computed
/// again, even after a stop in the middle. After a failure it logs the cause and retries.
///
/// Of several processes on one archive, one at a time embeds.
public final class BackgroundEmbedder implements AutoCloseable {

  /// A step takes some seconds, because each step creates a segment of the index, which costs a
  /// merge.
  private static final int PASSAGES_PER_STEP = 512;

  /// These take less than a second, which is the limit for a stop.
  private static final int PASSAGES_PER_BATCH = 64;

  /// Articles may be long, so the pending ones are read in batches.
  private static final int ARTICLES_PER_BATCH = 8;

  /// The maximum time between storing a vector and making it searchable.
  private static final Duration REFRESH_INTERVAL = Duration.ofSeconds(5);

  /// The weight of the last step in the moving average of the rate.
  private static final double RATE_SMOOTHING = 0.2;

  private final Archive archive;
  private final Embeddings embeddings;
  private final PassageIndex index;
  private final Function<List<String>, List<float[]>> model;
  private final BackgroundWorker backgroundWorker = new BackgroundWorker("embedder", this::step);
  private volatile double rate;

  /// The number of passages of the current step whose vectors are computed, but not stored yet.
  private final AtomicInteger computed = new AtomicInteger();

  private long refreshed = System.nanoTime();

  /// @param model computes the vectors of a list of texts, in their order
  public BackgroundEmbedder(
      Archive archive,
      Embeddings embeddings,
      PassageIndex index,
      Function<List<String>, List<float[]>> model) {
    this.archive = archive;
    this.embeddings = embeddings;
    this.index = index;
    this.model = model;
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
    return Math.clamp((long) backlog - computed.get(), 0, backlog);
  }

  /// The recent rate in passages per second; 0 before the first step.
  public double rate() {
    return rate;
  }

  /// Stops after the current batch, within about a second. To be called before the index and the
  /// model are closed.
  @Override
  public void close() {
    backgroundWorker.close();
  }

  /// Texts to embed, by the keys of their vectors, and the articles that are complete with them.
  private record Work(Map<String, String> texts, List<Change> complete) {
    boolean isEmpty() {
      return texts.isEmpty() && complete.isEmpty();
    }

    boolean isFull() {
      return texts.size() >= PASSAGES_PER_STEP;
    }

    /// Adds as many texts as fit. An article that does not fit is processed in parts.
    void add(Change change, Map<String, String> missing) {
      for (var text : missing.entrySet()) {
        if (isFull() && !texts.containsKey(text.getKey())) {
          return;
        }
        texts.put(text.getKey(), text.getValue());
      }
      complete.add(change);
    }
  }

  private boolean step() {
    if (!embeddings.tryLock()) {
      return false;
    }
    var work = work();
    if (work.isEmpty()) {
      return false;
    }
    boolean last = step(work);
    // At intervals only, because each refresh writes another vector graph. The last step always
    // refreshes, so that an empty backlog means that everything is searchable.
    if (last || System.nanoTime() - refreshed > REFRESH_INTERVAL.toNanos()) {
      index.catchUp();
      refreshed = System.nanoTime();
    }
    return true;
  }

  /// @return whether no work is left
  private boolean step(Work work) {
    long start = System.nanoTime();
    var vectors = vectors(work.texts());
    boolean finished = vectors.size() == work.texts().size();
    embeddings.put(index.model(), vectors, finished ? work.complete() : List.of());
    computed.set(0);
    if (!vectors.isEmpty()) {
      double now = vectors.size() / ((System.nanoTime() - start) / 1e9);
      rate = rate == 0 ? now : rate + RATE_SMOOTHING * (now - rate);
    }
    return embeddings.pending(index.model(), 1).isEmpty();
  }

  private Work work() {
    var pending = embeddings.pending(index.model(), PASSAGES_PER_STEP);
    var work = new Work(new LinkedHashMap<>(), new ArrayList<>());
    for (int i = 0; i < pending.size() && !work.isFull(); i += ARTICLES_PER_BATCH) {
      add(work, pending.subList(i, Math.min(pending.size(), i + ARTICLES_PER_BATCH)));
    }
    return work;
  }

  private void add(Work work, List<Change> pending) {
    var articles = archive.findAll(pending.stream().map(Change::articleId).toList());
    var texts = new HashMap<Change, Map<String, String>>();
    for (var change : pending) {
      var current = articles.get(change.articleId());
      // An article that changed in the meantime will be pending again with its new version.
      if (current != null && current.version().equals(change.version())) {
        texts.put(change, texts(current.article()));
      }
    }
    var keys = texts.values().stream().flatMap(some -> some.keySet().stream()).distinct().toList();
    var known = keys.isEmpty() ? Set.<String>of() : embeddings.find(index.model(), keys).keySet();
    for (var change : pending) {
      var missing = texts.get(change);
      if (missing != null && !work.isFull()) {
        missing.keySet().removeAll(known);
        work.add(change, missing);
      }
    }
  }

  /// The texts of an article that are embedded, by the keys of their vectors.
  private static Map<String, String> texts(Article article) {
    var texts = new LinkedHashMap<String, String>();
    var splitArticle = SplitArticle.of(article);
    for (int i = 0; i < splitArticle.texts().size(); i++) {
      texts.put(splitArticle.keys().get(i), splitArticle.texts().get(i));
    }
    return texts;
  }

  /// The vectors of `texts`, or of some of them if the embedder is closing.
  private Map<String, float[]> vectors(Map<String, String> texts) {
    var all = List.copyOf(texts.entrySet());
    var vectors = new HashMap<String, float[]>();
    for (int i = 0; i < all.size() && !backgroundWorker.isClosing(); i += PASSAGES_PER_BATCH) {
      var some = all.subList(i, Math.min(all.size(), i + PASSAGES_PER_BATCH));
      var results = model.apply(some.stream().map(Map.Entry::getValue).toList());
      computed.addAndGet(some.size());
      for (int j = 0; j < some.size(); j++) {
        vectors.put(some.get(j).getKey(), results.get(j));
      }
    }
    return vectors;
  }
}
