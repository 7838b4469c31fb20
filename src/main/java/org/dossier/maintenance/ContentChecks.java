package org.dossier.maintenance;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dossier.archive.StoredVersions;
import org.dossier.archive.StoredVersions.Stored;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Checks that the articles and vectors of a database or backup are as they should be.
final class ContentChecks {
  private static final String RESTORE = "restore an earlier backup";
  private static final String INGEST_AGAIN =
      "restore an earlier backup, or ingest the article again from its source";
  private static final String EMBED_AGAIN =
      "delete the article and ingest it again: its vectors are recomputed";
  private static final double LENGTH_TOLERANCE = 1e-2;

  private ContentChecks() {}

  static List<IntegrityCheck> run(Handle handle) {
    return List.of(
        checkArticles(handle),
        checkSequence(handle),
        checkVectors(handle),
        checkReferences(handle));
  }

  /// Checks that the content of each version matches its hash.
  private static IntegrityCheck checkArticles(Handle handle) {
    var check = new IntegrityCheck.Collector("article versions");
    StoredVersions.each(
        handle,
        stored -> {
          check.countChecked();
          switch (stored) {
            case Stored.Valid(var found) -> {
              if (!found.article().version().equals(found.version())) {
                check.addFinding(
                    found.article().id(),
                    "version %s differs from what was ingested".formatted(found.version()),
                    INGEST_AGAIN);
              }
            }
            case Stored.Invalid bad ->
                check.addFinding(
                    bad.articleId(),
                    "version %s cannot be read: %s".formatted(bad.version(), bad.reason()),
                    INGEST_AGAIN);
          }
        });
    return check.build();
  }

  /// Checks that each article has its current version, or no text at all, and a place in the order
  /// of changes.
  private static IntegrityCheck checkSequence(Handle handle) {
    var check = new IntegrityCheck.Collector("articles");
    handle
        .createQuery(
            """
            SELECT a.id AS id, a.current_version AS version, a.sequence AS sequence, s.sequence AS newest,
                   (SELECT count(*) FROM article_version v
                    WHERE v.article_id = a.id AND v.version = a.current_version) AS present,
                   (SELECT count(*) FROM article_version v WHERE v.article_id = a.id) AS kept
            FROM article a CROSS JOIN archive s
            ORDER BY a.id
            """)
        .mapToMap()
        .forEach(row -> {
          check.countChecked();
          var id = String.valueOf(row.get("id"));
          if (row.get("version") == null && number(row, "kept") > 0) {
            check.addFinding(
                id,
                "is withdrawn, but its text still exists",
                "ingest the article and delete it again");
          } else if (row.get("version") != null && number(row, "present") == 0) {
            check.addFinding(id, "its current version is missing", INGEST_AGAIN);
          }
          if (number(row, "sequence") > number(row, "newest")) {
            check.addFinding(id, "its last change is newer than the archive's", RESTORE);
          }
        });
    return check.build();
  }

  /// Checks that each vector has as many numbers as the model's others, all finite, and length 1.
  private static IntegrityCheck checkVectors(Handle handle) {
    var check = new IntegrityCheck.Collector("vectors");
    var sizes = new HashMap<String, Integer>();
    handle
        .createQuery("SELECT model, hash, vector FROM embedding")
        .setFetchSize(200)
        .mapToMap()
        .forEach(row -> {
          check.countChecked();
          var model = String.valueOf(row.get("model"));
          var bytes = row.get("vector") instanceof byte[] vector ? vector : new byte[0];
          int size = sizes.computeIfAbsent(model, _ -> bytes.length);
          var fault = fault(bytes, size);
          if (fault != null) {
            check.addFinding("%s of %s".formatted(row.get("hash"), model), fault, EMBED_AGAIN);
          }
        });
    return check.build();
  }

  private static @Nullable String fault(byte[] bytes, int size) {
    if (bytes.length == 0 || bytes.length % Float.BYTES != 0 || bytes.length != size) {
      return "has %d bytes, but the first vector of its model has %d".formatted(bytes.length, size);
    }
    double square = 0;
    var numbers = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    while (numbers.hasRemaining()) {
      double number = numbers.get();
      square += number * number;
    }
    return Math.abs(Math.sqrt(square) - 1) <= LENGTH_TOLERANCE
        ? null
        : "has the length %s, which should be 1".formatted(Math.sqrt(square));
  }

  /// Checks that each vector is present that an article was recorded complete with.
  private static IntegrityCheck checkReferences(Handle handle) {
    var check = new IntegrityCheck.Collector("articles' vectors");
    handle
        .createQuery(
            """
            SELECT a.id AS id,
                   (SELECT count(*) FROM article_embedding u WHERE u.article_id = a.id
                    AND NOT EXISTS (SELECT 1 FROM embedding e WHERE e.hash = u.hash)) AS missing
            FROM article a WHERE a.current_version IS NOT NULL AND a.embedding_model <> '' ORDER BY a.id
            """)
        .mapToMap()
        .forEach(row -> {
          check.countChecked();
          if (number(row, "missing") > 0) {
            check.addFinding(
                String.valueOf(row.get("id")),
                "%d of its vectors are missing".formatted(number(row, "missing")),
                EMBED_AGAIN);
          }
        });
    return check.build();
  }

  private static long number(Map<String, Object> row, String column) {
    return row.get(column) instanceof Number number ? number.longValue() : 0;
  }
}
