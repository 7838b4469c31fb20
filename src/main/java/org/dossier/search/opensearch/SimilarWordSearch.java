package org.dossier.search.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dossier.search.SimilarWord;
import org.dossier.search.analysis.WordForms;

/// Finds similar words of a view, for the correction of spelling: first their keys among the terms
/// of the index, then the written forms of each key in some of its articles, then the exact number
/// of articles with each form.
final class SimilarWordSearch {
  /// The limit for similar words, and for the forms of one word.
  private static final int MAX_WORDS = 500;

  /// The number of articles per shard in which the forms of a word are looked up. A form that none
  /// of them has is too rare to decide how a frequent word is written.
  private static final int SAMPLED_ARTICLES = 100;

  private static final String RESERVED = ".?+*|{}[]()\"\\#@&<>~^$-";

  private final EngineView view;

  SimilarWordSearch(EngineView view) {
    this.view = view;
  }

  List<SimilarWord> find(String word, int maxEdits, List<String> languages) {
    return view.remember(
        List.of("similar", word, maxEdits, languages), () -> search(word, maxEdits, languages));
  }

  private List<SimilarWord> search(String word, int maxEdits, List<String> languages) {
    var key = EngineTerms.encode(WordForms.key(word));
    var articles = new TreeMap<String, Long>();
    if (!key.isEmpty()) {
      for (var language : languages) {
        count(forms(keys(key, maxEdits, language), language), language)
            .forEach((form, count) -> articles.merge(form, count, Long::sum));
      }
    }
    var similar = new ArrayList<SimilarWord>();
    articles.forEach((form, count) -> similar.add(new SimilarWord(form, Math.toIntExact(count))));
    return similar;
  }

  /// The keys that differ from `key` in at most `maxEdits` letters, and `key` itself.
  private Set<String> keys(String key, int maxEdits, String language) {
    var keys = new LinkedHashSet<String>();
    keys.add(key);
    if (maxEdits > 0) {
      var suggesters = new LinkedHashMap<String, Object>();
      suggesters.put("text", key);
      suggesters.put("near", suggester(language, 1, 0));
      if (maxEdits > 1) {
        // With two edits the first letters are the same.
        suggesters.put("far", suggester(language, 2, 1));
      }
      var suggested = view.search(Map.of("size", 0, "suggest", suggesters)).path("suggest");
      for (JsonNode suggester : suggested) {
        for (var entry : suggester) {
          entry.path("options").forEach(option -> keys.add(option.path("text").asText()));
        }
      }
    }
    return keys;
  }

  private static Map<String, Object> suggester(String language, int edits, int prefix) {
    return Map.of(
        "term",
        Map.ofEntries(
            Map.entry("field", EngineFields.keys(language)),
            Map.entry("analyzer", "keyword"),
            Map.entry("suggest_mode", "always"),
            Map.entry("max_edits", edits),
            Map.entry("prefix_length", prefix),
            Map.entry("min_word_length", 1),
            Map.entry("size", MAX_WORDS),
            Map.entry("shard_size", MAX_WORDS),
            Map.entry("max_term_freq", Integer.MAX_VALUE),
            Map.entry("min_doc_freq", 0)));
  }

  /// The encoded forms of `keys`.
  private List<String> forms(Set<String> keys, String language) {
    var lookups = new LinkedHashMap<String, Object>();
    int number = 0;
    for (var key : keys) {
      lookups.put("key" + number++, lookup(key, language));
    }
    var response =
        view.search(
            Map.of(
                "size",
                0,
                "track_total_hits",
                false,
                "query",
                Clauses.any(EngineFields.keys(language), List.copyOf(keys)),
                "aggs",
                lookups));
    var forms = new LinkedHashSet<String>();
    if (keys.size() == 1) {
      forms.addAll(usualForms(keys.iterator().next()));
    }
    for (var lookup : response.path("aggregations")) {
      lookup
          .path("sample")
          .path("forms")
          .path("buckets")
          .forEach(form -> forms.add(form.path("key").asText()));
    }
    return List.copyOf(forms);
  }

  /// The forms in small letters, with a capital, and in capitals, which are counted in any case.
  private static List<String> usualForms(String key) {
    int first = key.offsetByCodePoints(0, 1);
    var initial = key.substring(0, first).toUpperCase(Locale.ROOT);
    return Stream.of(key, initial + key.substring(first), key.toUpperCase(Locale.ROOT))
        .map(form -> form.equals(key) ? form : key + WordForms.SEPARATOR + form)
        .toList();
  }

  private static Map<String, Object> lookup(String key, String language) {
    var forms =
        Map.of(
            "terms",
            Map.of(
                "field",
                EngineFields.forms(language),
                "include",
                escape(key) + "(" + WordForms.SEPARATOR + ".*)?",
                "size",
                MAX_WORDS,
                "execution_hint",
                "map"));
    return Map.of(
        "filter",
        Clauses.term(EngineFields.keys(language), key),
        "aggs",
        Map.of(
            "sample",
            Map.of(
                "sampler", Map.of("shard_size", SAMPLED_ARTICLES),
                "aggs", Map.of("forms", forms))));
  }

  /// The number of articles with each form, by the form as written.
  private Map<String, Long> count(List<String> forms, String language) {
    if (forms.isEmpty()) {
      return Map.of();
    }
    var field = EngineFields.forms(language);
    var counts = view.counts(forms.stream().map(form -> Clauses.term(field, form)).toList());
    var articles = new LinkedHashMap<String, Long>();
    for (int i = 0; i < forms.size(); i++) {
      if (counts.get(i) > 0) {
        articles.merge(WordForms.writtenOf(forms.get(i)), counts.get(i), Long::sum);
      }
    }
    return articles;
  }

  private static String escape(String key) {
    var escaped = new StringBuilder();
    key.codePoints()
        .forEach(c -> {
          if (RESERVED.indexOf(c) >= 0) {
            escaped.append('\\');
          }
          escaped.appendCodePoint(c);
        });
    return escaped.toString();
  }
}
