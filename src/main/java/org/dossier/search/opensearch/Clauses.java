package org.dossier.search.opensearch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dossier.search.ArticleQuery;
import org.dossier.search.Filters;
import org.dossier.search.analysis.MentionAnalyzer;
import org.dossier.text.name.MentionPhrase;
import org.dossier.text.name.MentionedName;

/// Clauses of queries.
final class Clauses {
  private Clauses() {}

  static Map<String, Object> term(String field, Object value) {
    return Map.of("term", Map.of(field, Map.of("value", value)));
  }

  static Map<String, Object> any(String field, List<String> values) {
    return Map.of("terms", Map.of(field, values));
  }

  static Map<String, Object> exists(String field) {
    return Map.of("exists", Map.of("field", field));
  }

  static Map<String, Object> kind(String kind) {
    return term(EngineFields.KIND, kind);
  }

  /// All of `clauses`, without scores.
  static Map<String, Object> all(List<Map<String, Object>> clauses) {
    return Map.of("bool", Map.of("filter", clauses));
  }

  /// At least one of `clauses`, with the sum of their scores.
  static Map<String, Object> some(List<Map<String, Object>> clauses) {
    return Map.of("bool", Map.of("should", clauses, "minimum_should_match", 1));
  }

  static List<Map<String, Object>> of(Filters filters) {
    var clauses = new ArrayList<Map<String, Object>>();
    var days = new LinkedHashMap<String, Object>();
    if (filters.publishedFrom() != null) {
      days.put("gte", filters.publishedFrom().toEpochDay());
    }
    var last = filters.lastDay();
    if (last != null) {
      days.put("lte", last.toEpochDay());
    }
    if (!days.isEmpty()) {
      clauses.add(Map.of("range", Map.of(EngineFields.PUBLISHED, days)));
    }
    if (!filters.publishers().isEmpty()) {
      clauses.add(any(EngineFields.PUBLISHER, List.copyOf(filters.publisherKeys())));
    }
    return clauses;
  }

  /// The documents of the articles of `query`.
  static Map<String, Object> of(ArticleQuery query) {
    var clauses = new ArrayList<Map<String, Object>>();
    clauses.add(kind(EngineFields.ARTICLE_KIND));
    clauses.addAll(of(query.filters()));
    var names = query.names().stream().map(Clauses::mention).toList();
    if (query.any() && !names.isEmpty()) {
      clauses.add(some(names));
    } else {
      clauses.addAll(names);
    }
    return all(clauses);
  }

  /// The query for the documents that mention `name`.
  static Map<String, Object> mention(MentionedName name) {
    var clauses = new ArrayList<>(name.phrases().stream().map(Clauses::mention).toList());
    if (name.isEntity()) {
      clauses.add(any(EngineFields.ENTITIES, List.copyOf(name.entityTerms())));
    }
    return some(clauses);
  }

  private static Map<String, Object> mention(MentionPhrase phrase) {
    var words =
        phrase.words().stream().map(MentionAnalyzer::term).map(EngineTerms::encode).toList();
    return Map.of("match_phrase", Map.of(EngineFields.MENTIONS, String.join(" ", words)));
  }
}
