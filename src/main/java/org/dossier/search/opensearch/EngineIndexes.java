package org.dossier.search.opensearch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dossier.text.Sha256;

/// The indexes of one archive in the cluster. An alias names the one in use; it is a hash of the
/// schema, so that versions of this program with different schemas do not disturb each other. Each
/// index records in a document of its own what it contains.
final class EngineIndexes {
  private static final int HASH_LENGTH = 12;
  private static final String STATE = EngineFields.STATE;

  private final SearchCluster cluster;
  private final OpenSearchSettings settings;
  private final int dimension;
  private final String alias;

  /// @param schema names everything whose change makes a rebuild necessary
  /// @param dimension the length of the vectors
  EngineIndexes(SearchCluster cluster, OpenSearchSettings settings, String schema, int dimension) {
    this.cluster = cluster;
    this.settings = settings;
    this.dimension = dimension;
    this.alias = settings.index() + "-" + Sha256.hex(schema).substring(0, HASH_LENGTH);
  }

  String alias() {
    return alias;
  }

  /// The state of the index in use, as last written; empty if it does not exist.
  Optional<IndexState> current() {
    return state(alias);
  }

  /// The state of an index as last written; empty if it does not exist.
  Optional<IndexState> state(String index) {
    var path = "/%s/_doc/%s".formatted(index, STATE);
    var reply = cluster.send("GET", path, Map.of("routing", STATE), null);
    if (reply.status() == SearchCluster.NOT_FOUND) {
      return Optional.empty();
    }
    if (!reply.isSuccess()) {
      throw cluster.failure("GET " + path, reply);
    }
    return Optional.of(IndexState.of(reply.body()));
  }

  /// Makes everything that was written to an index visible, on all copies of its shards, and then
  /// records it. So no process considers a change visible that it may not find.
  void publish(IndexState state) {
    cluster.require("POST", "/" + state.index() + "/_refresh", Map.of(), null);
    record(state);
  }

  /// A process that was suspended cannot overwrite a newer state.
  void record(IndexState state) {
    cluster.require(
        "PUT",
        "/%s/_doc/%s".formatted(state.index(), STATE),
        Map.of(
            "routing",
            STATE,
            "version",
            Long.toString(state.sequence()),
            "version_type",
            "external_gte"),
        state.document());
  }

  /// Creates an empty index next to the one in use.
  IndexState create() {
    var index = alias + "-" + UUID.randomUUID().toString().substring(0, 8);
    cluster.require("PUT", "/" + index, Map.of(), EngineFields.definition(settings, dimension));
    return IndexState.empty(index);
  }

  /// Makes `index` the one in use, in one step.
  void activate(String index) {
    cluster.require(
        "POST",
        "/_aliases",
        Map.of(),
        Map.of(
            "actions",
            List.of(
                Map.of(
                    "remove", Map.of("index", alias + "-*", "alias", alias, "must_exist", false)),
                Map.of("add", Map.of("index", index, "alias", alias)))));
  }

  /// The indexes that are not in use: those being built, and the remains of earlier ones.
  List<String> unused() {
    var found = cluster.require("GET", "/" + alias + "-*/_alias", Map.of(), null);
    var unused = new ArrayList<String>();
    found
        .properties()
        .forEach(index -> {
          if (!index.getValue().path("aliases").has(alias)) {
            unused.add(index.getKey());
          }
        });
    return unused;
  }

  void delete(String index) {
    cluster.require("DELETE", "/" + index, Map.of("ignore_unavailable", "true"), null);
  }

  /// Applies the configured number of copies to the index in use.
  void setReplicas() {
    cluster.require(
        "PUT",
        "/" + alias + "/_settings",
        Map.of(),
        Map.of("index", Map.of("number_of_replicas", settings.replicas())));
  }

  /// Rewrites the segments that contain deleted documents. The cluster keeps those that are not in
  /// its last commit.
  void expungeDeletes(String index) {
    cluster.require("POST", "/" + index + "/_flush", Map.of(), null);
    cluster.require(
        "POST", "/" + index + "/_forcemerge", Map.of("only_expunge_deletes", "true"), null);
  }
}
