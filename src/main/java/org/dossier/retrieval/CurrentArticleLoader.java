package org.dossier.retrieval;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dossier.archive.Archive;
import org.dossier.archive.ArticleVersion;
import org.jspecify.annotations.Nullable;

/// Articles as the archive has them now, read a few at a time and only as far as they are asked
/// for: most of what is proposed never becomes evidence, and articles may be long.
final class CurrentArticleLoader {
  private final Archive archive;
  private final List<String> ids;
  private final int atOnce;
  private final Map<String, ArticleVersion> current = new HashMap<>();
  private int read;

  /// @param ids that will be asked for, in about this order, each once
  CurrentArticleLoader(Archive archive, List<String> ids, int atOnce) {
    this.archive = archive;
    this.ids = ids;
    this.atOnce = atOnce;
  }

  /// The current version; null where there is none any more.
  @Nullable ArticleVersion find(String id) {
    int place = ids.indexOf(id);
    while (read <= place) {
      int end = Math.min(read + atOnce, ids.size());
      current.putAll(archive.findAll(ids.subList(read, end)));
      read = end;
    }
    return current.get(id);
  }
}
