package org.dossier.search.lucene;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.dossier.archive.Archive;
import org.dossier.archive.Article;
import org.dossier.archive.Embeddings;
import org.dossier.search.IndexException;
import org.dossier.search.indexing.ChangeBatch;
import org.dossier.search.indexing.ChangeReader;
import org.dossier.search.indexing.SplitArticle;

/// Applies changes of the archive to a store: each changed article with its current text and the
/// vectors that exist.
final class ChangeApplier {
  private static final Logger LOG = System.getLogger(ChangeApplier.class.getName());

  private final ChangeReader changeReader;

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
    this.changeReader = new ChangeReader(archive, embeddings, model, splitter);
  }

  /// Writes the next few changes after `sequence` into `store`.
  ///
  /// @return the sequence of the last of them; `sequence` itself if there are no changes
  long apply(LuceneStore luceneStore, long sequence) {
    var batch = changeReader.after(sequence);
    for (var change : batch.changes()) {
      replace(luceneStore, change.articleId(), batch);
    }
    return batch.changes().isEmpty() ? sequence : batch.changes().getLast().sequence();
  }

  /// Writes one article. If that fails, it has no passages: one article must not block the indexing
  /// of all later ones.
  private void replace(LuceneStore luceneStore, String id, ChangeBatch batch) {
    var splitArticle = batch.articles().get(id);
    if (splitArticle == null || isUnindexable(splitArticle.article())) {
      luceneStore.replace(id, List.of());
      return;
    }
    try {
      luceneStore.replace(
          id,
          new Documents(splitArticle.article())
              .write(splitArticle.passages(), batch.vectorsOf(splitArticle)));
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
}
