package org.dossier.search.indexing;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.dossier.archive.Archive;
import org.dossier.archive.Article;
import org.dossier.archive.Change;
import org.dossier.archive.Embeddings;

/// Reads the changes of the archive in order, a few at a time, with what an index needs of each.
/// Safe for any number of threads.
public final class ChangeReader {
  private static final int CHANGES_PER_BATCH = 50;
  private static final double LENGTH_TOLERANCE = 0.02;

  private final Archive archive;
  private final Embeddings embeddings;
  private final String model;
  private final Function<Article, SplitArticle> splitter;

  /// @param model the name under which vectors are stored
  /// @param splitter splits an article into passages
  public ChangeReader(
      Archive archive,
      Embeddings embeddings,
      String model,
      Function<Article, SplitArticle> splitter) {
    this.archive = archive;
    this.embeddings = embeddings;
    this.model = model;
    this.splitter = splitter;
  }

  /// The next few changes after `sequence`. An article before its time of publication is absent
  /// like a deleted one; when that time has come, it changes.
  public ChangeBatch after(long sequence) {
    archive.endEmbargoes();
    var changes = archive.changesAfter(sequence, CHANGES_PER_BATCH);
    if (changes.isEmpty()) {
      return new ChangeBatch(changes, Map.of(), Map.of());
    }
    var articles = split(changes);
    return new ChangeBatch(changes, articles, vectors(articles));
  }

  private Map<String, SplitArticle> split(List<Change> changes) {
    // The current versions: if a later change has replaced one, that change is applied again later.
    var articles = archive.findPublished(changes.stream().map(Change::articleId).toList());
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
    // An engine rejects a damaged vector, and with it everything that follows.
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
}
