package org.dossier.search.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/// The state of an index in the cluster, as recorded in the index itself.
///
/// @param index its name
/// @param sequence the newest change of the archive that it contains
/// @param removed the newest change that deleted an article
/// @param purged the newest such change whose text was removed from the files
record IndexState(String index, long sequence, long removed, long purged) {
  private static final String SEQUENCE = "sequence";
  private static final String REMOVED = "removed";
  private static final String PURGED = "purged";

  /// The state of an index without documents.
  static IndexState empty(String index) {
    return new IndexState(index, 0, 0, 0);
  }

  /// @param document the document with the state
  static IndexState of(JsonNode document) {
    var data = document.path("_source").path(EngineFields.DATA);
    return new IndexState(
        document.path("_index").asText(),
        data.path(SEQUENCE).asLong(),
        data.path(REMOVED).asLong(),
        data.path(PURGED).asLong());
  }

  Map<String, Object> document() {
    return Map.of(
        EngineFields.KIND,
        EngineFields.STATE,
        EngineFields.DATA,
        Map.of(SEQUENCE, sequence, REMOVED, removed, PURGED, purged));
  }

  IndexState withSequence(long newest) {
    return new IndexState(index, newest, removed, purged);
  }

  IndexState withRemoved(long newest) {
    return new IndexState(index, sequence, newest, purged);
  }

  IndexState withPurged(long newest) {
    return new IndexState(index, sequence, removed, newest);
  }
}
