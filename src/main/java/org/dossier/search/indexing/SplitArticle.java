package org.dossier.search.indexing;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.dossier.archive.Article;
import org.dossier.archive.Embeddings;
import org.dossier.archive.Passage;
import org.dossier.archive.PassageSplitter;

/// An article cut into passages, in reading order.
///
/// @param texts what each passage is embedded by
/// @param keys under which the vector of each is kept
public record SplitArticle(
    Article article, List<Passage> passages, List<String> texts, List<String> keys) {
  private static final Logger LOG = System.getLogger(SplitArticle.class.getName());

  /// Cuts `article`. One that cannot be cut has no passages: it must not keep all later ones from
  /// being found.
  public static SplitArticle of(Article article) {
    try {
      var passages = PassageSplitter.split(article);
      var texts = passages.stream().map(p -> PassageSplitter.inContext(article, p)).toList();
      var keys = texts.stream().map(Embeddings::key).toList();
      return new SplitArticle(article, passages, texts, keys);
    } catch (RuntimeException | StackOverflowError e) {
      LOG.log(Level.ERROR, "Article " + article.id() + " cannot be cut and will not be found", e);
      return new SplitArticle(article, List.of(), List.of(), List.of());
    }
  }
}
