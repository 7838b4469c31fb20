package org.dossier.search.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.dossier.search.IndexException;
import org.jspecify.annotations.Nullable;

/// One state of an index, which later changes do not affect, with cached statistics. It is a point
/// in time of the cluster, shared by all snapshots of this process and released after the last one.
/// Safe for any number of threads.
final class EngineView {
  /// A view that is not used for this long is forgotten by the cluster.
  private static final Duration KEPT = Duration.ofMinutes(5);

  private static final int MAX_REMEMBERED = 50_000;

  private static final String KEEP_ALIVE = KEPT.toMinutes() + "m";

  private final SearchCluster cluster;
  private final String pointInTime;
  private final IndexState state;
  private final AtomicInteger references = new AtomicInteger(1);
  private final Map<FieldTerm, Long> frequencies = new ConcurrentHashMap<>();
  private final Map<List<Object>, Object> remembered = new ConcurrentHashMap<>();
  private volatile @Nullable Statistics statistics;
  private volatile boolean failed;
  private volatile long used = System.nanoTime();

  private EngineView(SearchCluster cluster, String pointInTime, IndexState state) {
    this.cluster = cluster;
    this.pointInTime = pointInTime;
    this.state = state;
  }

  /// A view that contains all changes of `state`.
  static EngineView open(SearchCluster cluster, IndexState state) {
    var opened =
        cluster.require(
            "POST",
            "/" + state.index() + "/_search/point_in_time",
            Map.of("keep_alive", KEEP_ALIVE, "allow_partial_pit_creation", "false"),
            null);
    return new EngineView(cluster, opened.path("pit_id").asText(), state);
  }

  /// A term in a field.
  record FieldTerm(String field, String term) {}

  /// The passages in one language.
  ///
  /// @param averageLength the average of [EngineFields#LENGTH]
  record LanguageStatistics(long passages, float averageLength) {
    static final LanguageStatistics NONE = new LanguageStatistics(0, 1);
  }

  /// @param languages the languages that passages are written in
  record Statistics(int passages, int vectors, Map<String, LanguageStatistics> languages) {
    LanguageStatistics of(String language) {
      return languages.getOrDefault(language, LanguageStatistics.NONE);
    }
  }

  /// The result of `search`, which is computed once: words of questions recur.
  ///
  /// @param question names what is searched for, and its type of result
  @SuppressWarnings("unchecked")
  <T> T remember(List<Object> question, Supplier<T> search) {
    var known = remembered.get(question);
    if (known == null) {
      known = search.get();
      if (remembered.size() < MAX_REMEMBERED) {
        remembered.put(question, known);
      }
    }
    return (T) known;
  }

  IndexState state() {
    return state;
  }

  /// Returns whether it can still be used, as far as is known here.
  boolean isUsable() {
    return !failed && System.nanoTime() - used < KEPT.toNanos() / 2;
  }

  /// Adds a reference; returns false if the last one was released.
  boolean retain() {
    return references.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
  }

  /// Releases a reference.
  void release() {
    if (references.decrementAndGet() == 0) {
      try {
        cluster.send(
            "DELETE", "/_search/point_in_time", Map.of(), Map.of("pit_id", List.of(pointInTime)));
      } catch (IndexException _) {
        // The cluster forgets it by itself.
      }
    }
  }

  /// Runs a search on this view.
  JsonNode search(Map<String, Object> body) {
    try {
      var response = cluster.require("POST", "/_search", Map.of(), inView(body));
      used = System.nanoTime();
      requireComplete(response);
      return response;
    } catch (IndexException e) {
      failed = true;
      throw e;
    }
  }

  /// The `_source` of the documents that a search finds.
  List<JsonNode> sources(Map<String, Object> body) {
    var sources = new ArrayList<JsonNode>();
    search(body).path("hits").path("hits").forEach(hit -> sources.add(hit.path("_source")));
    return sources;
  }

  private Map<String, Object> inView(Map<String, Object> body) {
    var inView = new LinkedHashMap<>(body);
    inView.put("pit", Map.of("id", pointInTime, "keep_alive", KEEP_ALIVE));
    return inView;
  }

  /// An answer from a part of the shards is a wrong answer.
  private static void requireComplete(JsonNode response) {
    if (response.path("timed_out").asBoolean()
        || response.path("_shards").path("failed").asInt() > 0) {
      throw new IndexException(
          "The search engine answered from a part of its shards: "
              + response.path("_shards").path("failures"),
          null);
    }
  }

  /// The number of passages with each of `terms`, in their order.
  List<Long> frequencies(List<FieldTerm> terms) {
    var found = new HashMap<FieldTerm, Long>();
    var missing = new ArrayList<FieldTerm>();
    for (var term : new LinkedHashSet<>(terms)) {
      var known = frequencies.get(term);
      if (known == null) {
        missing.add(term);
      } else {
        found.put(term, known);
      }
    }
    if (!missing.isEmpty()) {
      var counts =
          counts(missing.stream().map(term -> Clauses.term(term.field(), term.term())).toList());
      for (int i = 0; i < missing.size(); i++) {
        found.put(missing.get(i), counts.get(i));
      }
      // Bounded: a view lasts as long as the archive does not change.
      if (frequencies.size() < MAX_REMEMBERED) {
        frequencies.putAll(found);
      }
    }
    return terms.stream().map(term -> found.getOrDefault(term, 0L)).toList();
  }

  /// The exact number of documents of each query, in their order.
  List<Long> counts(List<Map<String, Object>> queries) {
    var searches =
        queries.stream()
            .map(query -> inView(Map.of("size", 0, "track_total_hits", true, "query", query)))
            .toList();
    try {
      var responses = cluster.searchAll(searches);
      used = System.nanoTime();
      responses.forEach(EngineView::requireComplete);
      return responses.stream().map(EngineView::total).toList();
    } catch (IndexException e) {
      failed = true;
      throw e;
    }
  }

  private static long total(JsonNode response) {
    return response.path("hits").path("total").path("value").asLong();
  }

  Statistics statistics() {
    var known = statistics;
    if (known == null) {
      known = readStatistics();
      statistics = known;
    }
    return known;
  }

  private Statistics readStatistics() {
    var byLanguage =
        Map.of(
            "terms", Map.of("field", EngineFields.LANGUAGE, "size", 1_000),
            "aggs", Map.of("length", Map.of("sum", Map.of("field", EngineFields.LENGTH))));
    var response =
        search(
            Map.of(
                "size",
                0,
                "track_total_hits",
                true,
                "query",
                Clauses.kind(EngineFields.PASSAGE),
                "aggs",
                Map.of("language", byLanguage)));
    var languages = new TreeMap<String, LanguageStatistics>();
    for (var bucket : response.path("aggregations").path("language").path("buckets")) {
      long passages = bucket.path("doc_count").asLong();
      double length = bucket.path("length").path("value").asDouble();
      languages.put(
          bucket.path("key").asText(),
          new LanguageStatistics(passages, (float) (length / passages)));
    }
    long vectors = counts(List.of(Clauses.exists(EngineFields.VECTOR))).getFirst();
    return new Statistics(Math.toIntExact(total(response)), Math.toIntExact(vectors), languages);
  }
}
