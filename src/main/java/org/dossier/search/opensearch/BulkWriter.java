package org.dossier.search.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.dossier.search.IndexException;

/// Writes articles to an index in bulk requests, one at a time. If the cluster is overloaded, it
/// waits and sends the same request again: each operation may be repeated.
final class BulkWriter {
  private static final int MAX_CHARACTERS = 4_000_000;
  private static final int ATTEMPTS = 8;
  private static final Duration FIRST_WAIT = Duration.ofMillis(100);
  private static final int OK = 300;
  private static final int CONFLICT = 409;
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERROR = 500;

  private final SearchCluster cluster;
  private final String index;
  private final Map<String, List<String>> waiting = new LinkedHashMap<>();
  private final Set<String> rejected = new HashSet<>();
  private int characters;

  BulkWriter(SearchCluster cluster, String index) {
    this.cluster = cluster;
    this.index = index;
  }

  /// Adds the lines of one article. They may be sent now, or by [#flush].
  void add(String article, List<String> lines) {
    waiting.put(article, lines);
    characters += lines.stream().mapToInt(String::length).sum();
    if (characters >= MAX_CHARACTERS) {
      flush();
    }
  }

  /// Sends the rest.
  void flush() {
    if (waiting.isEmpty()) {
      return;
    }
    var lines = waiting.values().stream().flatMap(List::stream).toList();
    var wait = FIRST_WAIT;
    for (int attempt = 1; !send(lines, attempt == ATTEMPTS); attempt++) {
      LockSupport.parkNanos(wait.toNanos());
      wait = wait.multipliedBy(2);
    }
    waiting.clear();
    characters = 0;
  }

  /// The keys of the articles of which the cluster rejects a document for good.
  Set<String> rejected() {
    return Set.copyOf(rejected);
  }

  /// @return false if the cluster is overloaded
  private boolean send(List<String> lines, boolean last) {
    var reply = cluster.sendLines("/" + index + "/_bulk", Map.of("require_alias", "false"), lines);
    boolean overloaded = isOverloaded(reply.status());
    if (!overloaded && !reply.isSuccess()) {
      throw cluster.failure("POST /_bulk", reply);
    }
    var refused = new ArrayList<JsonNode>();
    for (var item : reply.body().path("items")) {
      var operation = item.elements().next();
      int status = operation.path("status").asInt();
      overloaded |= isOverloaded(status);
      if (status >= OK
          && !isOverloaded(status)
          && status != CONFLICT
          && status != SearchCluster.NOT_FOUND) {
        refused.add(operation);
      }
    }
    if (overloaded) {
      if (last) {
        throw cluster.failure("POST /_bulk", reply);
      }
      return false;
    }
    // A conflict is a newer change that another process has written. An index that is gone is not.
    requireIndex(reply.body());
    refused.forEach(operation -> reject(operation));
    return true;
  }

  private void requireIndex(JsonNode body) {
    for (var item : body.path("items")) {
      var error = item.elements().next().path("error").path("type").asText();
      if (error.equals("index_not_found_exception")) {
        throw new IndexException("The index %s was deleted".formatted(index), null);
      }
    }
  }

  private void reject(JsonNode operation) {
    var key = operation.path("_id").asText().split("-", 2)[0];
    if (rejected.add(key)) {
      System.getLogger(BulkWriter.class.getName())
          .log(
              System.Logger.Level.ERROR,
              "The search engine rejects a document: {0}",
              operation.path("error"));
    }
  }

  private static boolean isOverloaded(int status) {
    return status == TOO_MANY || status >= SERVER_ERROR;
  }
}
