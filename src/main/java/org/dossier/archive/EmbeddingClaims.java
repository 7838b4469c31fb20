package org.dossier.archive;

import java.util.Collection;
import java.util.List;
import org.dossier.database.QueryBatches;
import org.jdbi.v3.core.Handle;

/// Which process computes the missing vectors of which articles, in a database that several
/// processes use. The primary key of the table gives each article to one process; skipping the rows
/// that another process is just about to claim lets all claim without waiting.
final class EmbeddingClaims {
  private EmbeddingClaims() {}

  /// Claims up to `limit` articles that are complete for the model `embedded` and that no process
  /// has claimed, oldest change first. The articles' rows are locked for the transaction only.
  ///
  /// @return the number of claimed articles
  static int add(Handle handle, String process, String embedded, int limit) {
    return handle
        .createUpdate(
            """
            INSERT INTO embedding_claim (article_id, process_id)
            SELECT free.id, :process FROM (
              SELECT a.id FROM article a
              WHERE a.current_version IS NOT NULL AND a.embedding_model = :model
                AND NOT EXISTS (SELECT 1 FROM embedding_claim c WHERE c.article_id = a.id)
              ORDER BY a.sequence LIMIT :limit
              FOR NO KEY UPDATE OF a SKIP LOCKED) free
            ON CONFLICT (article_id) DO NOTHING
            """)
        .bind("process", process)
        .bind("model", embedded)
        .bind("limit", limit)
        .execute();
  }

  /// The articles that `process` has claimed and that are not complete for `model`, oldest change
  /// first.
  static List<Change> of(Handle handle, String process, String model) {
    return handle
        .createQuery(
            """
            SELECT a.sequence, a.id, a.current_version
            FROM embedding_claim c JOIN article a ON a.id = c.article_id
            WHERE c.process_id = :process AND a.current_version IS NOT NULL
              AND a.embedding_model <> :model
            ORDER BY a.sequence
            """)
        .bind("process", process)
        .bind("model", model)
        .map(ChangeLog::change)
        .list();
  }

  static void remove(Handle handle, String process, Collection<String> ids) {
    QueryBatches.each(
        ids,
        part ->
            handle
                .createUpdate(
                    "DELETE FROM embedding_claim WHERE process_id = :process AND article_id IN (<ids>)")
                .bind("process", process)
                .bindList("ids", part)
                .execute());
  }
}
