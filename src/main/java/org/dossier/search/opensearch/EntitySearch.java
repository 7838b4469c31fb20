package org.dossier.search.opensearch;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dossier.search.ArticleGroups.Group;
import org.dossier.search.EntityCatalog;
import org.dossier.text.entity.EntityKey;
import org.dossier.text.entity.EntityKind;
import org.dossier.text.name.MentionedName;

/// Counts the persons, places and organizations of the articles of a view. All numbers are exact.
final class EntitySearch {
  /// The number of terms that are read at a time.
  private static final int PAGE = 5_000;

  /// The number of terms with one prefix that are read at a time.
  private static final int GROUP_SIZE = 50;

  private final EngineView view;

  EntitySearch(EngineView view) {
    this.view = view;
  }

  /// The number of articles that have each term with one of `prefixes`.
  Map<EntityKey, Long> withPrefixes(Set<String> prefixes) {
    return view.remember(
        List.of("entities", new TreeSet<>(prefixes)),
        () -> {
          var counts = new HashMap<EntityKey, Long>();
          for (var prefix : prefixes) {
            add(Clauses.kind(EngineFields.ARTICLE_KIND), prefix, GROUP_SIZE, counts);
          }
          return counts;
        });
  }

  /// The entities with the most of the articles that one of `clauses` finds; no article is found by
  /// two.
  List<Group> groups(EntityKind kind, List<Map<String, Object>> clauses) {
    var found = new HashMap<EntityKey, Long>();
    clauses.forEach(clause -> add(clause, EntityKey.prefix(kind), PAGE, found));
    return new EntityCatalog(this::withPrefixes)
        .groups(kind, found, names -> counts(names, clauses));
  }

  private List<Long> counts(List<MentionedName> names, List<Map<String, Object>> clauses) {
    if (names.isEmpty()) {
      return List.of();
    }
    var sums = new long[names.size()];
    for (var clause : clauses) {
      var counts =
          view.counts(
              names.stream()
                  .map(name -> Clauses.all(List.of(clause, Clauses.mention(name))))
                  .toList());
      for (int i = 0; i < sums.length; i++) {
        sums[i] += counts.get(i);
      }
    }
    return Arrays.stream(sums).boxed().toList();
  }

  /// Adds the numbers of the articles of `clause` by the terms with `prefix`, in pages: a page
  /// begins after the last term of the one before.
  private void add(
      Map<String, Object> clause, String prefix, int size, Map<EntityKey, Long> counts) {
    var source =
        Map.of("term", Map.of("terms", Map.of("field", EngineFields.ENTITIES, "order", "asc")));
    var composite = new LinkedHashMap<String, Object>();
    composite.put("size", size);
    composite.put("sources", List.of(source));
    composite.put("after", Map.of("term", prefix));
    while (true) {
      var groups =
          view.search(
                  Map.of(
                      "size",
                      0,
                      "track_total_hits",
                      false,
                      "query",
                      clause,
                      "aggs",
                      Map.of("groups", Map.of("composite", composite))))
              .path("aggregations")
              .path("groups");
      for (var bucket : groups.path("buckets")) {
        var term = bucket.path("key").path("term").asText();
        if (!term.startsWith(prefix)) {
          return;
        }
        counts.merge(EntityKey.parse(term), bucket.path("doc_count").asLong(), Long::sum);
      }
      if (!groups.has("after_key")) {
        return;
      }
      composite.put("after", groups.path("after_key"));
    }
  }
}
