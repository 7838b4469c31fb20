package org.dossier.retrieval;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dossier.archive.Archive;
import org.dossier.archive.ArticleVersion;
import org.jspecify.annotations.Nullable;

/// Loads the current versions of articles in batches, and only as far as they are requested: most
/// candidates never become evidence, and articles may be long.
final class CurrentArticleLoader {
  private final Archive archive;
  private final List<String> ids;
  private final int batchSize;
  private final Map<String, ArticleVersion> current = new HashMap<>();
  private int loaded;

  /// @param ids of the articles that will be requested, in about this order, each once
  /// @param batchSize the number of articles of one query
  CurrentArticleLoader(Archive archive, List<String> ids, int batchSize) {
    this.archive = archive;
    this.ids = ids;
    this.batchSize = batchSize;
  }

  /// The current version; `null` if the article no longer exists.
  @Nullable ArticleVersion find(String id) {
    int place = ids.indexOf(id);
    while (loaded <= place) {
      int end = Math.min(loaded + batchSize, ids.size());
      current.putAll(archive.findAll(ids.subList(loaded, end)));
      loaded = end;
    }
    return current.get(id);
  }
}
