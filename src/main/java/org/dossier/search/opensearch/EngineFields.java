package org.dossier.search.opensearch;

import java.util.List;
import java.util.Map;

/// The fields of a document, which is one passage, one whole article for counting, or the state of
/// the index. The name of a field of terms ends with its language (`text.en`).
final class EngineFields {

  /// The version of the set of fields and of the way they are filled. Change it with either.
  static final String SCHEMA = "4";

  /// Distinguishes [#PASSAGE], [#ARTICLE_KIND] and [#STATE].
  static final String KIND = "kind";

  static final String PASSAGE = "passage";
  static final String ARTICLE_KIND = "article";
  static final String STATE = "state";

  /// The article's id.
  static final String ARTICLE = "article";

  /// The number of the passage in its article.
  static final String ORDINAL = "ordinal";

  /// Data that is only read and not indexed.
  static final String DATA = "data";

  /// The short name of the language of a passage.
  static final String LANGUAGE = "language";

  /// The number of terms of a passage with its title and context, as Lucene rounds it.
  static final String LENGTH = "length";

  /// The day of publication, in days since 1 January 1970.
  static final String PUBLISHED = "published";

  /// The publisher's name, normalized by [org.dossier.search.Filters#publisherKey].
  static final String PUBLISHER = "publisher";

  /// The publisher's name as written.
  static final String PUBLISHER_NAME = "publisherName";

  /// The words of an article by which mentions are counted.
  static final String MENTIONS = "mentions";

  /// The persons, places and organizations that an article names, as
  /// [org.dossier.text.entity.EntityKey#term], in the document of the article.
  static final String ENTITIES = "entities";

  /// The passage's vector, of length 1, for the graph; its exact numbers are in [#DATA].
  static final String VECTOR = "vector";

  private EngineFields() {}

  /// The terms of the passage.
  static String text(String language) {
    return "text." + language;
  }

  /// The terms of the title of its article.
  static String title(String language) {
    return "title." + language;
  }

  /// The terms of the publisher and the month of publication.
  static String context(String language) {
    return "context." + language;
  }

  /// All of these terms, by which candidates are found.
  static String words(String language) {
    return "words." + language;
  }

  /// The written forms of words, encoded by [org.dossier.search.analysis.WordForms], in the
  /// document of an article.
  static String forms(String language) {
    return "forms." + language;
  }

  /// The words of [#forms] in lower case and without accents, by which similar ones are found.
  static String keys(String language) {
    return "keys." + language;
  }

  /// The fields whose texts are one text to BM25.
  static List<String> scored(String language) {
    return List.of(text(language), title(language), context(language));
  }

  /// The index: its settings and its fields. The cluster analyzes nothing: terms are separated by
  /// spaces.
  static Map<String, Object> definition(OpenSearchSettings settings, int dimension) {
    return Map.of(
        "settings", Map.of("index", indexSettings(settings)), "mappings", mappings(dimension));
  }

  private static Map<String, Object> indexSettings(OpenSearchSettings settings) {
    var tokenizer = Map.of("type", "whitespace", "max_token_length", EngineTerms.MAX_LENGTH);
    // An abbreviation is its lower case and its capitals at one position.
    var alternatives =
        Map.of(
            "type",
            "pattern_capture",
            "preserve_original",
            false,
            "patterns",
            List.of("([^%s]+)".formatted(EngineTerms.ALTERNATIVE)));
    return Map.ofEntries(
        Map.entry("number_of_shards", settings.shards()),
        Map.entry("number_of_replicas", settings.replicas()),
        Map.entry("knn", true),
        // Changes become visible when all of a batch are written, not in between.
        Map.entry("refresh_interval", "-1"),
        // A process that was suspended cannot bring a deleted article back.
        Map.entry("gc_deletes", "1h"),
        Map.entry("max_regex_length", 100_000),
        // Purging rewrites every segment with a deleted document.
        Map.entry("merge.policy.expunge_deletes_allowed", 0),
        Map.entry(
            "analysis",
            Map.of(
                "tokenizer", Map.of("terms", tokenizer),
                "filter", Map.of("alternatives", alternatives),
                "analyzer",
                    Map.of(
                        "terms", Map.of("type", "custom", "tokenizer", "terms"),
                        "mentions",
                            Map.of(
                                "type", "custom",
                                "tokenizer", "terms",
                                "filter", List.of("alternatives"))))));
  }

  private static Map<String, Object> mappings(int dimension) {
    var keyword = Map.<String, Object>of("type", "keyword");
    var number = Map.<String, Object>of("type", "integer");
    var languages = Map.<String, Object>of("type", "object", "dynamic", true);
    var present = terms("docs", false);
    return Map.of(
        "dynamic",
        "strict",
        "_source",
        Map.of("excludes", List.of(VECTOR, MENTIONS, ENTITIES, "words.*", "forms.*", "keys.*")),
        "dynamic_templates",
        List.of(
            template("text", present),
            template("title", present),
            template("context", present),
            template("words", terms("freqs", true)),
            template("forms", keyword),
            template("keys", Map.of("type", "keyword", "doc_values", false))),
        "properties",
        Map.ofEntries(
            Map.entry(KIND, keyword),
            Map.entry(ARTICLE, keyword),
            Map.entry(ORDINAL, number),
            Map.entry(DATA, Map.of("type", "object", "enabled", false)),
            Map.entry(LANGUAGE, keyword),
            Map.entry(LENGTH, number),
            Map.entry(PUBLISHED, Map.of("type", "long")),
            Map.entry(PUBLISHER, keyword),
            Map.entry(PUBLISHER_NAME, keyword),
            Map.entry(ENTITIES, keyword),
            Map.entry(
                MENTIONS,
                Map.of(
                    "type", "text",
                    "analyzer", "mentions",
                    "index_options", "positions",
                    "norms", false)),
            Map.entry("text", languages),
            Map.entry("title", languages),
            Map.entry("context", languages),
            Map.entry("words", languages),
            Map.entry("forms", languages),
            Map.entry("keys", languages),
            Map.entry(VECTOR, vector(dimension))));
  }

  private static Map<String, Object> terms(String options, boolean norms) {
    return Map.of("type", "text", "analyzer", "terms", "index_options", options, "norms", norms);
  }

  private static Map<String, Object> template(String name, Map<String, Object> mapping) {
    return Map.of(name, Map.of("path_match", name + ".*", "mapping", mapping));
  }

  /// Lucene's graph with numbers of seven bits, as in the embedded engine: it finds candidates,
  /// which are compared by their exact vectors.
  private static Map<String, Object> vector(int dimension) {
    return Map.of(
        "type",
        "knn_vector",
        "dimension",
        dimension,
        "method",
        Map.of(
            "name",
            "hnsw",
            "engine",
            "lucene",
            "space_type",
            "cosinesimil",
            "parameters",
            Map.of("encoder", Map.of("name", "sq", "parameters", Map.of("bits", 7)))));
  }
}
