package org.dossier.search.lucene;

import java.util.Map;
import org.dossier.archive.PassageSplitter;

/// What a commit of the index records about itself.
///
/// @param schema by which rules, with which embedding model and from which archive it was made
/// @param sequence the newest change of the archive that is in it
/// @param passages how many passages it has
record CommitMetadata(String schema, long sequence, long passages) {
  private static final String SCHEMA = "schema";
  private static final String SEQUENCE = "sequence";
  private static final String PASSAGES = "passages";

  /// Names all that an index cannot outlive a change of.
  static String schema(String archive, String model) {
    return "fields %s, passages %s, model %s, archive %s"
        .formatted(Fields.SCHEMA, PassageSplitter.SCHEME, model, archive);
  }

  /// @throws IllegalArgumentException if `recorded` was not made by [#toMap]
  static CommitMetadata of(Map<String, String> recorded) {
    return new CommitMetadata(
        recorded.getOrDefault(SCHEMA, "unknown"),
        Long.parseLong(recorded.getOrDefault(SEQUENCE, "none")),
        Long.parseLong(recorded.getOrDefault(PASSAGES, "none")));
  }

  Map<String, String> toMap() {
    return Map.of(
        SCHEMA, schema, SEQUENCE, Long.toString(sequence), PASSAGES, Long.toString(passages));
  }
}
