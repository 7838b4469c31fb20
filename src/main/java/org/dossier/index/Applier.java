package org.dossier.index;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.lucene.document.Document;
import org.dossier.corpus.Archive;
import org.dossier.corpus.Article;
import org.dossier.corpus.Change;
import org.dossier.corpus.Embeddings;
import org.jspecify.annotations.Nullable;

/// Brings changes of the archive into a store: each article with its words as they are now, and
/// with the vectors that were computed by now.
final class Applier {
  private static final Logger LOG = System.getLogger(Applier.class.getName());
  private static final int CHANGES_AT_ONCE = 50;
  private static final double LENGTH_TOLERANCE = 0.02;

  private final Archive archive;
  private final Embeddings embeddings;
  private final String model;
  private final Function<Article, Cut> cutting;

  /// The versions of articles that broke the index when they were written.
  private final Set<String> unindexable = ConcurrentHashMap.newKeySet();

  /// @param model under which vectors are kept
  Applier(Archive archive, Embeddings embeddings, String model) {
    this(archive, embeddings, model, Cut::of);
  }

  /// @param cutting makes the passages of an article
  Applier(Archive archive, Embeddings embeddings, String model, Function<Article, Cut> cutting) {
    this.archive = archive;
    this.embeddings = embeddings;
    this.model = model;
    this.cutting = cutting;
  }

  /// Writes the next few changes after `sequence` into `store`.
  ///
  /// @return the sequence of the last of them; `sequence` itself when there are none
  long apply(Store store, long sequence) {
    var changes = archive.changesAfter(sequence, CHANGES_AT_ONCE);
    if (changes.isEmpty()) {
      return sequence;
    }
    var passages = passages(changes);
    var vectors = vectors(passages);
    for (var change : changes) {
      replace(store, change.articleId(), passages.get(change.articleId()), vectors);
    }
    return changes.getLast().sequence();
  }

  /// Writes one article. One that cannot be written has no passages: it must not keep all later
  /// ones from being found.
  ///
  /// @param cut null for an article that was deleted
  private void replace(Store store, String id, @Nullable Cut cut, Map<String, float[]> vectors) {
    if (cut == null || isUnindexable(cut.article())) {
      store.replace(id, List.of());
      return;
    }
    try {
      store.replace(id, documents(cut, vectors));
    } catch (RuntimeException e) {
      if (e instanceof IndexException || store.isBroken()) {
        throw e;
      }
      leaveOut(store, id, e);
    } catch (StackOverflowError e) {
      if (store.isBroken()) {
        // Lucene gives up for an error. It is opened again and goes on without this article.
        unindexable.add(cut.article().version());
        throw new IndexException("article " + id + " broke the index", e);
      }
      leaveOut(store, id, e);
    }
  }

  private static void leaveOut(Store store, String id, Throwable fault) {
    LOG.log(Level.ERROR, "Article " + id + " cannot be indexed and will not be found", fault);
    store.replace(id, List.of());
  }

  private boolean isUnindexable(Article article) {
    return !unindexable.isEmpty() && unindexable.contains(article.version());
  }

  private Map<String, Cut> passages(List<Change> changes) {
    // Whatever is current now: where a change was overtaken, a later one says the same again.
    var articles = archive.findAll(changes.stream().map(Change::articleId).toList());
    var cuts = new LinkedHashMap<String, Cut>();
    articles.forEach((id, version) -> cuts.put(id, cutting.apply(version.article())));
    return cuts;
  }

  private Map<String, float[]> vectors(Map<String, Cut> cuts) {
    var keys = cuts.values().stream().flatMap(cut -> cut.keys().stream()).distinct().toList();
    if (keys.isEmpty()) {
      return Map.of();
    }
    var vectors = new HashMap<>(embeddings.find(model, keys));
    // A damaged one is refused by Lucene, and with it everything that follows.
    vectors.values().removeIf(vector -> !isOfLengthOne(vector));
    return vectors;
  }

  private static boolean isOfLengthOne(float[] vector) {
    double square = 0;
    for (float number : vector) {
      square += (double) number * number;
    }
    return Math.abs(square - 1) < LENGTH_TOLERANCE;
  }

  private static List<Document> documents(Cut cut, Map<String, float[]> vectors) {
    var writer = new Documents(cut.article());
    var documents = new ArrayList<Document>(cut.passages().size());
    for (int i = 0; i < cut.passages().size(); i++) {
      documents.add(writer.write(cut.passages().get(i), vectors.get(cut.keys().get(i))));
    }
    return documents;
  }
}
