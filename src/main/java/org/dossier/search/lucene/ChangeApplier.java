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

/// Applies changes of the archive to a store: each changed article with its current text and the
/// vectors that exist.
final class ChangeApplier {
  private static final Logger LOG = System.getLogger(ChangeApplier.class.getName());
  private static final int CHANGES_PER_BATCH = 50;
  private static final double LENGTH_TOLERANCE = 0.02;

  private final Archive archive;
  private final Embeddings embeddings;
  private final String model;
  private final Function<Article, SplitArticle> splitter;

  /// The versions of articles whose writing made Lucene close the writer.
  private final Set<String> unindexable = ConcurrentHashMap.newKeySet();

  /// @param model the name under which vectors are stored
  ChangeApplier(Archive archive, Embeddings embeddings, String model) {
    this(archive, embeddings, model, SplitArticle::of);
  }

  /// @param splitter splits an article into passages
  ChangeApplier(
      Archive archive,
      Embeddings embeddings,
      String model,
      Function<Article, SplitArticle> splitter) {
    this.archive = archive;
    this.embeddings = embeddings;
    this.model = model;
    this.splitter = splitter;
  }

  /// Writes the next few changes after `sequence` into `store`.
  ///
  /// @return the sequence of the last of them; `sequence` itself if there are no changes
  long apply(LuceneStore luceneStore, long sequence) {
    var changes = archive.changesAfter(sequence, CHANGES_PER_BATCH);
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

  /// Writes one article. If that fails, it has no passages: one article must not block the indexing
  /// of all later ones.
  ///
  /// @param splitArticle `null` for a deleted article
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
      skip(luceneStore, id, e);
    } catch (StackOverflowError e) {
      if (luceneStore.isBroken()) {
        // Lucene closes the writer on an error. The store is reopened and continues without this
        // article.
        unindexable.add(splitArticle.article().version());
        throw new IndexException("article " + id + " made Lucene close the index", e);
      }
      skip(luceneStore, id, e);
    }
  }

  private static void skip(LuceneStore luceneStore, String id, Throwable fault) {
    LOG.log(Level.ERROR, "Article " + id + " cannot be indexed and will not be found", fault);
    luceneStore.replace(id, List.of());
  }

  private boolean isUnindexable(Article article) {
    return !unindexable.isEmpty() && unindexable.contains(article.version());
  }

  private Map<String, SplitArticle> passages(List<Change> changes) {
    // The current versions: if a later change has replaced one, that change is applied again later.
    var articles = archive.findAll(changes.stream().map(Change::articleId).toList());
    var splitArticles = new LinkedHashMap<String, SplitArticle>();
    articles.forEach((id, version) -> splitArticles.put(id, splitter.apply(version.article())));
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
    // Lucene rejects a damaged vector, and with it everything that follows.
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
    List<float @Nullable []> ofPassages = new ArrayList<>();
    splitArticle.keys().forEach(key -> ofPassages.add(vectors.get(key)));
    return new Documents(splitArticle.article()).write(splitArticle.passages(), ofPassages);
  }
}
