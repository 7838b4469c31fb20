package org.dossier.archive;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.dossier.database.Database;
import org.dossier.database.QueryBatches;
import org.jdbi.v3.core.Handle;

/// Stored vectors, computed once and reused, by the model that computed them and the hash of the
/// embedded text. Safe for any number of threads. Every method throws an [ArchiveException] if the
/// database fails.
@Singleton
public final class Embeddings {
  private final Database database;

  public Embeddings(Database database) {
    this.database = database;
  }

  /// The key of a text's vector: the first 32 hexadecimal digits of its SHA-256.
  public static String key(String text) {
    return ContentHash.of(text);
  }

  /// The name under which the vectors of an embedding model are stored. After a change of the
  /// passage splitter no article is complete, so it counts as another model.
  public static String model(String embeddingModel) {
    return embeddingModel + "/" + PassageSplitter.SCHEME;
  }

  /// The stored vectors of this model for `keys`, bit for bit as they were stored; keys without a
  /// vector are left out.
  public Map<String, float[]> find(String model, Collection<String> keys) {
    return database.read(handle ->
        QueryBatches.query(
            keys,
            part ->
                handle
                    .createQuery(
                        """
                        SELECT hash, vector FROM embedding
                        WHERE model = :model AND hash IN (<keys>)
                        """)
                    .bind("model", model)
                    .bindList("keys", part)
                    .map((row, context) ->
                        Map.entry(row.getString("hash"), floats(row.getBytes("vector"))))
                    .collectToMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /// Stores `vectors` and, in the same transaction, records that the given versions now have all
  /// their vectors. Each of these is a change of its article ([Change]), so that indexes include
  /// the vectors. A version that is no longer current, or was recorded before, is skipped. The keys
  /// of a version are those of its [PassageSplitter] passages in context; their vectors are deleted
  /// with the article.
  ///
  /// @param model not empty
  public void put(String model, Map<String, float[]> vectors, List<Change> complete) {
    if (model.isEmpty()) {
      throw new IllegalArgumentException("the name of the model is empty");
    }
    var ids = complete.stream().map(Change::articleId).toList();
    // Splitting passages needs no transaction; done here, it does not delay other writers.
    var keys = database.read(handle -> EmbeddingReferences.keysByVersion(handle, ids));
    database.write(handle -> {
      store(handle, model, vectors);
      for (var change : complete) {
        if (markComplete(handle, model, change)) {
          var used = keys.getOrDefault(change.version(), List.of());
          EmbeddingReferences.record(handle, change.articleId(), used);
        }
      }
      return complete.size();
    });
  }

  private static void store(Handle handle, String model, Map<String, float[]> vectors) {
    if (vectors.isEmpty()) {
      return;
    }
    var batch =
        handle.prepareBatch(
            """
            INSERT INTO embedding (model, hash, vector) VALUES (:model, :hash, :vector)
            ON CONFLICT (hash, model) DO UPDATE SET vector = excluded.vector
            """);
    vectors.forEach((hash, vector) ->
        batch.bind("model", model).bind("hash", hash).bind("vector", bytes(vector)).add());
    batch.execute();
  }

  private static boolean markComplete(Handle handle, String model, Change change) {
    boolean applies =
        handle
            .createQuery(
                "SELECT 1 FROM article WHERE id = :id AND current_version = :version AND embedding_model <> :model")
            .bind("id", change.articleId())
            .bind("version", change.version())
            .bind("model", model)
            .mapTo(Integer.class)
            .findOne()
            .isPresent();
    if (applies) {
      handle.execute(
          "UPDATE article SET embedding_model = ?, sequence = ? WHERE id = ?",
          model,
          ChangeLog.next(handle),
          change.articleId());
    }
    return applies;
  }

  /// Current articles that are not recorded as complete for this model, oldest change first.
  public List<Change> pending(String model, int limit) {
    return database.read(handle -> {
      var pending = new ArrayList<Change>();
      // For one value of `embedding_model`, the index yields the oldest directly; there are few
      // values.
      for (var embedded : modelsInUse(handle)) {
        if (!embedded.equals(model)) {
          pending.addAll(oldest(handle, embedded, limit));
        }
      }
      pending.sort(Comparator.comparingLong(Change::sequence));
      return List.copyOf(pending.subList(0, Math.min(limit, pending.size())));
    });
  }

  /// Claims up to `limit` articles of [#pending] for this process, so that the processes that share
  /// an archive compute the vectors of different articles. A claim ends when it is released or this
  /// process dies. In an archive that only one process can use, all articles are free.
  ///
  /// @return the claimed articles, oldest change first
  public List<Change> claim(String model, int limit) {
    if (!database.isShared()) {
      return pending(model, limit);
    }
    return database
        .clusterLocks()
        .asProcess((handle, process) -> {
          int free = limit;
          for (var embedded : modelsInUse(handle)) {
            if (!embedded.equals(model) && free > 0) {
              free -= EmbeddingClaims.add(handle, process, embedded, free);
            }
          }
          return EmbeddingClaims.of(handle, process, model);
        });
  }

  /// Releases the claims of this process on these articles.
  public void release(List<Change> claimed) {
    if (database.isShared() && !claimed.isEmpty()) {
      var ids = claimed.stream().map(Change::articleId).toList();
      database
          .clusterLocks()
          .asProcess((handle, process) -> {
            EmbeddingClaims.remove(handle, process, ids);
            return ids.size();
          });
    }
  }

  /// The number of articles that [#pending] would return without a limit.
  public long pendingCount(String model) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                SELECT (SELECT count(*) FROM article WHERE current_version IS NOT NULL)
                     - (SELECT count(*) FROM article
                        WHERE current_version IS NOT NULL AND embedding_model = :model)
                """)
            .bind("model", model)
            .mapTo(Long.class)
            .one());
  }

  /// The models that current articles are complete for; the empty string if some article is
  /// complete for none.
  private static List<String> modelsInUse(Handle handle) {
    return handle
        .createQuery(
            """
            WITH RECURSIVE used (model) AS (
              SELECT min(embedding_model) FROM article WHERE current_version IS NOT NULL
              UNION ALL
              SELECT (SELECT min(a.embedding_model) FROM article a
                      WHERE a.current_version IS NOT NULL AND a.embedding_model > used.model)
              FROM used WHERE used.model IS NOT NULL
            )
            SELECT model FROM used WHERE model IS NOT NULL
            """)
        .mapTo(String.class)
        .list();
  }

  private static List<Change> oldest(Handle handle, String embedded, int limit) {
    return handle
        .createQuery(
            """
            SELECT sequence, id, current_version FROM article
            WHERE current_version IS NOT NULL AND embedding_model = :model
            ORDER BY sequence LIMIT :limit
            """)
        .bind("model", embedded)
        .bind("limit", limit)
        .map(ChangeLog::change)
        .list();
  }

  private static byte[] bytes(float[] vector) {
    var buffer = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    buffer.asFloatBuffer().put(vector);
    return buffer.array();
  }

  private static float[] floats(byte[] bytes) {
    var vector = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
    return vector;
  }
}
