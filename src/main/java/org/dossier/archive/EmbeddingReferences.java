package org.dossier.archive;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dossier.database.QueryBatches;
import org.jdbi.v3.core.Handle;

/// The vectors that each article needs, so that a deleted article's vectors are deleted with it:
/// much of a text can be reconstructed from its vectors.
final class EmbeddingReferences {
  private EmbeddingReferences() {}

  /// The keys of all passages of the current versions of the articles `ids`, by version.
  static Map<String, List<String>> keysByVersion(Handle handle, Collection<String> ids) {
    var keys = new HashMap<String, List<String>>();
    QueryBatches.each(
        ids,
        part ->
            handle
                .createQuery(
                    ArticleRows.SELECT + " WHERE a.id IN (<ids>) AND v.version = a.current_version")
                .bindList("ids", part)
                .map(ArticleRows::version)
                .forEach(found -> keys.put(found.version(), keys(found.article()))));
    return keys;
  }

  private static List<String> keys(Article article) {
    return PassageSplitter.split(article).stream()
        .map(passage -> Embeddings.key(PassageSplitter.inContext(article, passage)))
        .toList();
  }

  static void record(Handle handle, String id, List<String> keys) {
    if (keys.isEmpty()) {
      return;
    }
    var batch =
        handle.prepareBatch(
            """
            INSERT INTO article_embedding (article_id, hash) VALUES (?, ?)
            ON CONFLICT (article_id, hash) DO NOTHING
            """);
    keys.forEach(key -> batch.add(id, key));
    batch.execute();
  }

  /// Erases the vectors, of all models, that article `id` needed and no other article needs.
  static void erase(Handle handle, String id) {
    handle.execute(
        """
        DELETE FROM embedding WHERE hash IN (
          SELECT own.hash FROM article_embedding own
          WHERE own.article_id = ? AND NOT EXISTS (
            SELECT 1 FROM article_embedding other
            WHERE other.hash = own.hash AND other.article_id <> own.article_id))
        """,
        id);
    handle.execute("DELETE FROM article_embedding WHERE article_id = ?", id);
  }
}
