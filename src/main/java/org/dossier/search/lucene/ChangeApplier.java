package org.dossier.search.lucene;

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
import org.dossier.archive.Archive;
import org.dossier.archive.Article;
import org.dossier.archive.Change;
import org.dossier.archive.Embeddings;
import org.dossier.search.IndexException;
import org.dossier.search.indexing.SplitArticle;
import org.jspecify.annotations.Nullable;

/// Brings changes of the archive into a store: each article with its words as they are now, and
/// with the vectors that were computed by now.
final class ChangeApplier {
  private static final Logger LOG = System.getLogger(ChangeApplier.class.getName());
  private static final int CHANGES_AT_ONCE = 50;
  private static final double LENGTH_TOLERANCE = 0.02;

  private final Archive archive;
  private final Embeddings embeddings;
  private final String model;
  private final Function<Article, SplitArticle> cutting;

  /// The versions of articles that broke the index when they were written.
  private final Set<String> unindexable = ConcurrentHashMap.newKeySet();

  /// @param model under which vectors are kept
  ChangeApplier(Archive archive, Embeddings embeddings, String model) {
    this(archive, embeddings, model, SplitArticle::of);
  }

  /// @param cutting makes the passages of an article
  ChangeApplier(
      Archive archive,
      Embeddings embeddings,
      String model,
      Function<Article, SplitArticle> cutting) {
    this.archive = archive;
    this.embeddings = embeddings;
    this.model = model;
    this.cutting = cutting;
  }

  /// Writes the next few changes after `sequence` into `store`.
  ///
  /// @return the sequence of the last of them; `sequence` itself when there are none
  long apply(LuceneStore luceneStore, long sequence) {
    var changes = archive.changesAfter(sequence, CHANGES_AT_ONCE);
    if (changes.isEmpty()) {
      return sequence;
    }
    var passages = passages(changes);
    var vectors = vectors(passages);
    for (var change : changes) {
      replace(luceneStore, change.articleId(), passages.get(change.articleId()), vectors);
    }
    return changes.getLast().sequence();
  }

  /// Writes one article. One that cannot be written has no passages: it must not keep all later
  /// ones from being found.
  ///
  /// @param splitArticle null for an article that was deleted
  private void replace(
      LuceneStore luceneStore,
      String id,
      @Nullable SplitArticle splitArticle,
      Map<String, float[]> vectors) {
    if (splitArticle == null || isUnindexable(splitArticle.article())) {
      luceneStore.replace(id, List.of());
      return;
    }
    try {
      luceneStore.replace(id, documents(splitArticle, vectors));
    } catch (RuntimeException e) {
      if (e instanceof IndexException || luceneStore.isBroken()) {
        throw e;
      }
      leaveOut(luceneStore, id, e);
    } catch (StackOverflowError e) {
      if (luceneStore.isBroken()) {
        // Lucene gives up for an error. It is opened again and goes on without this article.
        unindexable.add(splitArticle.article().version());
        throw new IndexException("article " + id + " broke the index", e);
      }
      leaveOut(luceneStore, id, e);
    }
  }

  private static void leaveOut(LuceneStore luceneStore, String id, Throwable fault) {
    LOG.log(Level.ERROR, "Article " + id + " cannot be indexed and will not be found", fault);
    luceneStore.replace(id, List.of());
  }

  private boolean isUnindexable(Article article) {
    return !unindexable.isEmpty() && unindexable.contains(article.version());
  }

  private Map<String, SplitArticle> passages(List<Change> changes) {
    // Whatever is current now: where a change was overtaken, a later one says the same again.
    var articles = archive.findAll(changes.stream().map(Change::articleId).toList());
    var splitArticles = new LinkedHashMap<String, SplitArticle>();
    articles.forEach((id, version) -> splitArticles.put(id, cutting.apply(version.article())));
    return splitArticles;
  }

  private Map<String, float[]> vectors(Map<String, SplitArticle> splitArticles) {
    var keys =
        splitArticles.values().stream()
            .flatMap(splitArticle -> splitArticle.keys().stream())
            .distinct()
            .toList();
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

  private static List<Document> documents(SplitArticle splitArticle, Map<String, float[]> vectors) {
    var writer = new Documents(splitArticle.article());
    var documents = new ArrayList<Document>(splitArticle.passages().size());
    for (int i = 0; i < splitArticle.passages().size(); i++) {
      documents.add(
          writer.write(splitArticle.passages().get(i), vectors.get(splitArticle.keys().get(i))));
    }
    return documents;
  }
}
