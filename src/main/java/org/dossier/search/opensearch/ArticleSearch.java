package org.dossier.search.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.dossier.search.ArticleCount;
import org.dossier.search.ArticleGroups.Property;
import org.dossier.search.ArticleQuery;
import org.dossier.search.ArticleTotals;
import org.dossier.search.Filters;
import org.dossier.search.IndexedPassage;
import org.dossier.search.ListedArticle;
import org.jspecify.annotations.Nullable;

/// Counts and lists the articles of a view. All numbers are exact.
final class ArticleSearch {
  private static final int PAGE = 5_000;

  /// The place of articles without a date, in the order of the cluster.
  private static final long UNKNOWN = Long.MIN_VALUE;

  private final EngineView view;

  ArticleSearch(EngineView view) {
    this.view = view;
  }

  ArticleCount count(ArticleQuery query, List<Property> properties) {
    var totals = new ArticleTotals();
    var clause = Clauses.of(query);
    totals.addArticles(view.counts(List.of(clause)).getFirst());
    if (properties.contains(Property.YEAR) || properties.contains(Property.MONTH)) {
      forEachGroup(
          clause,
          List.of(EngineFields.PUBLISHED),
          group ->
              totals.addDay(
                  day(group.path("key").path(EngineFields.PUBLISHED)),
                  group.path("doc_count").asLong()));
    }
    if (properties.contains(Property.PUBLISHER)) {
      forEachGroup(
          clause,
          List.of(EngineFields.PUBLISHER_NAME),
          group ->
              totals.addPublisher(
                  text(group.path("key").path(EngineFields.PUBLISHER_NAME)),
                  group.path("doc_count").asLong()));
    }
    addEntities(List.of(clause), properties, totals);
    return totals.count(properties);
  }

  private void addEntities(
      List<Map<String, Object>> clauses, List<Property> properties, ArticleTotals totals) {
    for (var property : properties) {
      property
          .kind()
          .ifPresent(
              kind -> totals.setEntities(property, new EntitySearch(view).groups(kind, clauses)));
    }
  }

  /// Counts the articles with a passage of one of `perLanguage`.
  ArticleCount countFound(
      List<Map<String, Object>> perLanguage, Filters filters, List<Property> properties) {
    var totals = new ArticleTotals();
    var ids = new ArrayList<String>();
    if (!perLanguage.isEmpty()) {
      var clauses = new ArrayList<Map<String, Object>>(Clauses.of(filters));
      clauses.add(Clauses.some(perLanguage));
      forEachGroup(
          Clauses.all(clauses),
          List.of(EngineFields.ARTICLE, EngineFields.PUBLISHED, EngineFields.PUBLISHER_NAME),
          group -> {
            var key = group.path("key");
            ids.add(key.path(EngineFields.ARTICLE).asText());
            totals.addArticles(1);
            totals.addDay(day(key.path(EngineFields.PUBLISHED)), 1);
            totals.addPublisher(text(key.path(EngineFields.PUBLISHER_NAME)), 1);
          });
    }
    addEntities(articles(ids), properties, totals);
    return totals.count(properties);
  }

  /// Queries for the documents of the articles with these ids.
  private static List<Map<String, Object>> articles(List<String> ids) {
    var clauses = new ArrayList<Map<String, Object>>();
    for (int from = 0; from < ids.size(); from += PAGE) {
      var page = ids.subList(from, Math.min(ids.size(), from + PAGE));
      clauses.add(
          Clauses.all(
              List.of(
                  Clauses.kind(EngineFields.ARTICLE_KIND),
                  Clauses.any(EngineFields.ARTICLE, page))));
    }
    return clauses;
  }

  List<ListedArticle> list(ArticleQuery query, @Nullable ListedArticle after, int limit) {
    if (limit <= 0) {
      return List.of();
    }
    var listed = new ArrayList<ListedArticle>();
    var last = after;
    while (listed.size() < limit) {
      var page = page(query, last, Math.min(PAGE, limit - listed.size()));
      if (page.isEmpty()) {
        break;
      }
      listed.addAll(page);
      last = page.getLast();
    }
    return listed;
  }

  private List<ListedArticle> page(ArticleQuery query, @Nullable ListedArticle after, int size) {
    var search = new LinkedHashMap<String, Object>();
    search.put("size", size);
    search.put("track_total_hits", false);
    search.put("query", Clauses.of(query));
    search.put("_source", List.of(EngineFields.ARTICLE, EngineFields.PUBLISHED));
    search.put(
        "sort",
        List.of(
            Map.of(EngineFields.PUBLISHED, Map.of("order", "desc", "missing", "_last")),
            Map.of(EngineFields.ARTICLE, "asc")));
    if (after != null) {
      var published = after.published();
      long day = published == null ? UNKNOWN : published.toEpochDay();
      search.put("search_after", List.of(day, after.id()));
    }
    return view.sources(search).stream()
        .map(source ->
            new ListedArticle(
                source.path(EngineFields.ARTICLE).asText(),
                day(source.path(EngineFields.PUBLISHED))))
        .toList();
  }

  /// The ids of all articles.
  SortedSet<String> ids() {
    var ids = new TreeSet<String>();
    forEachGroup(
        Clauses.kind(EngineFields.ARTICLE_KIND),
        List.of(EngineFields.ARTICLE),
        group -> ids.add(group.path("key").path(EngineFields.ARTICLE).asText()));
    return ids;
  }

  /// The passages of an article, in reading order.
  List<IndexedPassage> passagesOf(String article) {
    var passages = new ArrayList<IndexedPassage>();
    var clause =
        Clauses.all(
            List.of(
                Clauses.kind(EngineFields.PASSAGE), Clauses.term(EngineFields.ARTICLE, article)));
    List<JsonNode> page;
    do {
      page =
          view.sources(
              Map.of(
                  "size",
                  PAGE,
                  "query",
                  clause,
                  "sort",
                  List.of(Map.of(EngineFields.ORDINAL, "asc")),
                  "search_after",
                  List.of(passages.size() - 1)));
      page.forEach(source -> passages.add(new StoredPassage(source).indexed()));
    } while (page.size() == PAGE);
    return passages;
  }

  /// Calls `consumer` with every group of documents that agree in `fields`.
  private void forEachGroup(
      Map<String, Object> query, List<String> fields, Consumer<JsonNode> consumer) {
    var sources = new ArrayList<Object>();
    for (var field : fields) {
      sources.add(Map.of(field, Map.of("terms", Map.of("field", field, "missing_bucket", true))));
    }
    var composite = new LinkedHashMap<String, Object>(Map.of("size", PAGE, "sources", sources));
    JsonNode groups;
    do {
      groups =
          view.search(
                  Map.of(
                      "size",
                      0,
                      "track_total_hits",
                      false,
                      "query",
                      query,
                      "aggs",
                      Map.of("groups", Map.of("composite", composite))))
              .path("aggregations")
              .path("groups");
      groups.path("buckets").forEach(consumer);
      composite.put("after", groups.path("after_key"));
    } while (groups.has("after_key"));
  }

  private static @Nullable LocalDate day(JsonNode value) {
    return value.isNumber() ? LocalDate.ofEpochDay(value.asLong()) : null;
  }

  private static @Nullable String text(JsonNode value) {
    return value.isTextual() ? value.asText() : null;
  }
}
