package org.dossier.ingestion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.dossier.archive.Article;
import org.dossier.archive.PutResult;

/// An archive in memory that stores all of a batch or none, like the real one.
final class FileFixture implements Function<List<Article>, List<PutResult>> {
  final Map<String, Article> articles = new LinkedHashMap<>();
  final List<Integer> batches = new ArrayList<>();
  private final Consumer<Article> before;

  FileFixture() {
    this(article -> {});
  }

  /// @param before called with each article first; may reject it by throwing
  FileFixture(Consumer<Article> before) {
    this.before = before;
  }

  @Override
  public List<PutResult> apply(List<Article> batch) {
    batch.forEach(before);
    batches.add(batch.size());
    return batch.stream().map(this::put).toList();
  }

  private PutResult put(Article article) {
    var old = articles.put(article.id(), article);
    if (old == null) {
      return PutResult.ADDED;
    }
    return old.version().equals(article.version()) ? PutResult.UNCHANGED : PutResult.CHANGED;
  }
}
