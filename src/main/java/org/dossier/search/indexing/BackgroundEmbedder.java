package org.dossier.search.indexing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.dossier.archive.Archive;
import org.dossier.archive.Article;
import org.dossier.archive.Change;
import org.dossier.archive.Embeddings;
import org.dossier.concurrent.BackgroundWorker;
import org.dossier.inference.EmbeddingModel;
import org.dossier.search.PassageIndex;

/// Computes the vectors that are missing, in the background: a few articles at a time it puts them
/// into the database and the index, oldest change first. What it has put there is never computed
/// again, whenever it is stopped. A failure is logged and tried again.
///
/// Of several processes on one archive, one at a time does this.
public final class BackgroundEmbedder implements AutoCloseable {

  /// Each step makes a piece of the index that is merged with others later, at some cost: so steps
  /// are some seconds long.
  private static final int PASSAGES_A_STEP = 512;

  /// So many passages take less than a second, which is how long a stop may take.
  private static final int PASSAGES_AT_ONCE = 64;

  /// Articles may be long, so not all that are pending are read at once.
  private static final int ARTICLES_AT_ONCE = 8;

  /// How long vectors may be kept in the database before they are searched.
  private static final Duration SHOWN_EVERY = Duration.ofSeconds(5);

  /// How much the last step counts in the rate.
  private static final double NEWEST = 0.2;

  private final Archive archive;
  private final Embeddings embeddings;
  private final PassageIndex index;
  private final Function<List<String>, List<float[]>> model;
  private final BackgroundWorker backgroundWorker = new BackgroundWorker("embedder", this::step);
  private volatile double rate;
  private long shown = System.nanoTime();

  /// @param model computes the vectors of some texts, in their order
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

  /// Embeds by `model`, which is the one that `index` was opened for.
  public static BackgroundEmbedder of(
      Archive archive, Embeddings embeddings, PassageIndex index, EmbeddingModel model) {
    return new BackgroundEmbedder(archive, embeddings, index, model::embedPassages);
  }

  /// Begins, on a thread of its own. To be called once.
  public void start() {
    index.onChange(backgroundWorker::wake);
    backgroundWorker.start();
  }

  /// Passages that are found by words only, as yet.
  public int backlog() {
    return index.search(indexSnapshot -> indexSnapshot.passages() - indexSnapshot.vectors());
  }

  /// How many passages a second were done lately; 0 before the first.
  public double rate() {
    return rate;
  }

  /// Ends after the passages under way, within a second or so. To be called before the index and
  /// the model are closed.
  @Override
  public void close() {
    backgroundWorker.close();
  }

  /// Texts to embed, by the key of their vector, and the articles that are complete with them.
  private record Work(Map<String, String> texts, List<Change> complete) {
    boolean isEmpty() {
      return texts.isEmpty() && complete.isEmpty();
    }

    boolean isFull() {
      return texts.size() >= PASSAGES_A_STEP;
    }

    /// Takes what there is room for; an article that does not fit is done in parts.
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
    // Seldom, since each time the index writes a graph of its own for what is new; but whoever sees
    // that the backlog is gone finds all else done.
    if (last || System.nanoTime() - shown > SHOWN_EVERY.toNanos()) {
      index.catchUp();
      shown = System.nanoTime();
    }
    return true;
  }

  /// @return whether nothing more is to be done after it
  private boolean step(Work work) {
    long start = System.nanoTime();
    var vectors = vectors(work.texts());
    boolean finished = vectors.size() == work.texts().size();
    embeddings.put(index.model(), vectors, finished ? work.complete() : List.of());
    if (!vectors.isEmpty()) {
      double now = vectors.size() / ((System.nanoTime() - start) / 1e9);
      rate = rate == 0 ? now : rate + NEWEST * (now - rate);
    }
    return embeddings.pending(index.model(), 1).isEmpty();
  }

  private Work work() {
    var pending = embeddings.pending(index.model(), PASSAGES_A_STEP);
    var work = new Work(new LinkedHashMap<>(), new ArrayList<>());
    for (int i = 0; i < pending.size() && !work.isFull(); i += ARTICLES_AT_ONCE) {
      add(work, pending.subList(i, Math.min(pending.size(), i + ARTICLES_AT_ONCE)));
    }
    return work;
  }

  private void add(Work work, List<Change> pending) {
    var articles = archive.findAll(pending.stream().map(Change::articleId).toList());
    var texts = new HashMap<Change, Map<String, String>>();
    for (var change : pending) {
      var current = articles.get(change.articleId());
      // An article that changed meanwhile will be pending again, as what it is now.
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

  /// What of an article is embedded, by the key of its vector.
  private static Map<String, String> texts(Article article) {
    var texts = new LinkedHashMap<String, String>();
    var splitArticle = SplitArticle.of(article);
    for (int i = 0; i < splitArticle.texts().size(); i++) {
      texts.put(splitArticle.keys().get(i), splitArticle.texts().get(i));
    }
    return texts;
  }

  /// The vectors of `texts`, or of some of them where this is to close.
  private Map<String, float[]> vectors(Map<String, String> texts) {
    var all = List.copyOf(texts.entrySet());
    var vectors = new HashMap<String, float[]>();
    for (int i = 0; i < all.size() && !backgroundWorker.isClosing(); i += PASSAGES_AT_ONCE) {
      var some = all.subList(i, Math.min(all.size(), i + PASSAGES_AT_ONCE));
      var computed = model.apply(some.stream().map(Map.Entry::getValue).toList());
      for (int j = 0; j < some.size(); j++) {
        vectors.put(some.get(j).getKey(), computed.get(j));
      }
    }
    return vectors;
  }
}
