package org.dossier.search.lucene;

import java.util.Map;
import org.dossier.archive.PassageSplitter;

/// The metadata of a commit of the index.
///
/// @param schema the schema, embedding model and archive that the index was built for
/// @param sequence the newest change of the archive in the index
/// @param documents the number of documents: articles and passages
record CommitMetadata(String schema, long sequence, long documents) {
  private static final String SCHEMA = "schema";
  private static final String SEQUENCE = "sequence";
  private static final String DOCUMENTS = "documents";

  /// Names everything whose change makes a rebuild of the index necessary.
  static String schema(String archive, String model) {
    return "fields %s, passages %s, model %s, archive %s"
        .formatted(Fields.SCHEMA, PassageSplitter.SCHEME, model, archive);
  }

  /// @throws IllegalArgumentException if `recorded` is not the result of [#toMap]
  static CommitMetadata of(Map<String, String> recorded) {
    return new CommitMetadata(
        recorded.getOrDefault(SCHEMA, "unknown"),
        Long.parseLong(recorded.getOrDefault(SEQUENCE, "none")),
        Long.parseLong(recorded.getOrDefault(DOCUMENTS, "none")));
  }

  Map<String, String> toMap() {
    return Map.of(
        SCHEMA, schema, SEQUENCE, Long.toString(sequence), DOCUMENTS, Long.toString(documents));
  }
}
