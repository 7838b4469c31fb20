package org.dossier.search.indexing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.dossier.archive.Archive;
import org.dossier.archive.Article;
import org.dossier.archive.Change;
import org.dossier.archive.Embeddings;

/// Computes missing vectors and stores them in the database, a few articles at a time, oldest
/// change first. A stored vector is never computed again, even after a stop in the middle.
///
/// All processes on an archive embed concurrently: each claims the articles that it works on. The
/// claims of a process that dies are free again within seconds. It needs no index. Steps run on one
/// thread; the numbers may be read from any.
public final class Embedder {

  /// A step takes some seconds, because each step creates a segment of the index, which costs a
  /// merge.
  private static final int PASSAGES_PER_STEP = 512;

  /// These take less than a second, which is the limit for a stop.
  private static final int PASSAGES_PER_BATCH = 64;

  /// Articles may be long, so the pending ones are read in batches.
  private static final int ARTICLES_PER_BATCH = 8;

  /// The weight of the last step in the moving average of the rate.
  private static final double RATE_SMOOTHING = 0.2;

  private final Archive archive;
  private final Embeddings embeddings;
  private final String modelName;
  private final Function<List<String>, List<float[]>> model;
  private final AtomicInteger computed = new AtomicInteger();
  private final AtomicLong stored = new AtomicLong();
  private volatile double rate;

  /// @param modelName the name of [Embeddings#model] under which the vectors are stored
  /// @param model computes the vectors of a list of texts, in their order
  public Embedder(
      Archive archive,
      Embeddings embeddings,
      String modelName,
      Function<List<String>, List<float[]>> model) {
    this.archive = archive;
    this.embeddings = embeddings;
    this.modelName = modelName;
    this.model = model;
  }

  /// The number of passages of the current step whose vectors are computed, but not stored yet.
  public int computed() {
    return computed.get();
  }

  /// The number of passages whose vectors this object has stored.
  public long stored() {
    return stored.get();
  }

  /// The recent rate in passages per second; 0 before the first step.
  public double rate() {
    return rate;
  }

  /// Computes and stores vectors for some seconds. If `stopping` becomes true, it stores the
  /// vectors that it has and returns within about a second.
  ///
  /// @return false if no work was left that another process had not claimed
  public boolean step(BooleanSupplier stopping) {
    var claimed = embeddings.claim(modelName, PASSAGES_PER_STEP);
    try {
      var work = work(claimed);
      if (work.isEmpty()) {
        return false;
      }
      embed(work, stopping);
      return true;
    } finally {
      computed.set(0);
      embeddings.release(claimed);
    }
  }

  private void embed(Work work, BooleanSupplier stopping) {
    long start = System.nanoTime();
    var vectors = vectors(work.texts, stopping);
    boolean finished = vectors.size() == work.texts.size();
    embeddings.put(modelName, vectors, finished ? work.complete : List.of());
    stored.addAndGet(vectors.size());
    if (!vectors.isEmpty()) {
      double now = vectors.size() / ((System.nanoTime() - start) / 1e9);
      rate = rate == 0 ? now : rate + RATE_SMOOTHING * (now - rate);
    }
  }

  /// The work of a step.
  private static final class Work {
    /// Texts to embed, by the keys of their vectors.
    private final Map<String, String> texts = new LinkedHashMap<>();

    /// The articles that are complete with these texts.
    private final List<Change> complete = new ArrayList<>();

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

  /// The work for as many of the claimed articles as fit; the claims on the others are released.
  private Work work(List<Change> claimed) {
    var work = new Work();
    int read = 0;
    while (read < claimed.size() && !work.isFull()) {
      int end = Math.min(claimed.size(), read + ARTICLES_PER_BATCH);
      add(work, claimed.subList(read, end));
      read = end;
    }
    embeddings.release(claimed.subList(read, claimed.size()));
    return work;
  }

  private void add(Work work, List<Change> claimed) {
    var articles = archive.findAll(claimed.stream().map(Change::articleId).toList());
    var texts = new HashMap<Change, Map<String, String>>();
    for (var change : claimed) {
      var current = articles.get(change.articleId());
      // An article that changed in the meantime will be pending again with its new version.
      if (current != null && current.version().equals(change.version())) {
        texts.put(change, texts(current.article()));
      }
    }
    var keys = texts.values().stream().flatMap(some -> some.keySet().stream()).distinct().toList();
    var known = keys.isEmpty() ? Set.<String>of() : embeddings.find(modelName, keys).keySet();
    for (var change : claimed) {
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

  /// The vectors of `texts`, or of some of them if the embedder is stopping.
  private Map<String, float[]> vectors(Map<String, String> texts, BooleanSupplier stopping) {
    var all = List.copyOf(texts.entrySet());
    var vectors = new HashMap<String, float[]>();
    for (int i = 0; i < all.size() && !stopping.getAsBoolean(); i += PASSAGES_PER_BATCH) {
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
