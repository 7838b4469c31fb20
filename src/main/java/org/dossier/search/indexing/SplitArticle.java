package org.dossier.search.indexing;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.dossier.archive.Article;
import org.dossier.archive.Embeddings;
import org.dossier.archive.Passage;
import org.dossier.archive.PassageSplitter;

/// An article split into passages, in reading order.
///
/// @param texts the text that is embedded for each passage
/// @param keys the key of each passage's vector
public record SplitArticle(
    Article article, List<Passage> passages, List<String> texts, List<String> keys) {
  private static final Logger LOG = System.getLogger(SplitArticle.class.getName());

  /// Splits `article`. If that fails, it has no passages: one article must not block the indexing
  /// of all later ones.
  public static SplitArticle of(Article article) {
    try {
      var passages = PassageSplitter.split(article);
      var texts = passages.stream().map(p -> PassageSplitter.inContext(article, p)).toList();
      var keys = texts.stream().map(Embeddings::key).toList();
      return new SplitArticle(article, passages, texts, keys);
    } catch (RuntimeException | StackOverflowError e) {
      LOG.log(
          Level.ERROR,
          "Article " + article.id() + " cannot be split into passages and will not be found",
          e);
      return new SplitArticle(article, List.of(), List.of(), List.of());
    }
  }
}
