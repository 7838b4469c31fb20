package org.dossier.search.opensearch;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.dossier.search.ArticleCount;
import org.dossier.search.ArticleGroups;
import org.dossier.search.ArticleQuery;
import org.dossier.search.Filters;
import org.dossier.search.Hit;
import org.dossier.search.IndexSnapshot;
import org.dossier.search.IndexedPassage;
import org.dossier.search.ListedArticle;
import org.dossier.search.SimilarWord;
import org.dossier.search.analysis.Languages;
import org.dossier.search.opensearch.EngineView.FieldTerm;
import org.dossier.text.entity.EntityKey;
import org.jspecify.annotations.Nullable;

/// A snapshot of an index in the cluster, which holds a reference to its view until it is closed.
final class EngineSnapshot implements IndexSnapshot {
  /// Questions are short. A longer text, such as a pasted page, is searched by its first terms.
  private static final int MAX_TERMS = 250;

  /// The cluster ranks by statistics of its own and by quantized vectors, which may confuse near
  /// neighbours. Therefore this many more candidates are scored exactly.
  private static final int EXTRA_CANDIDATES = 50;

  /// The cluster's limit for one search.
  private static final int MAX_CANDIDATES = 10_000;

  private static final List<Object> BEST_FIRST =
      List.of(
          Map.of("_score", "desc"),
          Map.of(EngineFields.ARTICLE, "asc"),
          Map.of(EngineFields.ORDINAL, "asc"));

  private final EngineView view;

  /// The passage of each hit that was returned.
  private final IdentityHashMap<Hit, StoredPassage> found = new IdentityHashMap<>();

  private boolean closed;

  EngineSnapshot(EngineView view) {
    this.view = view;
  }

  @Override
  public long generation() {
    return view.state().sequence();
  }

  @Override
  public int passages() {
    return view.statistics().passages();
  }

  @Override
  public int vectors() {
    return view.statistics().vectors();
  }

  @Override
  public SortedSet<String> articles() {
    return new ArticleSearch(view).ids();
  }

  @Override
  public List<IndexedPassage> passagesOf(String article) {
    return new ArticleSearch(view).passagesOf(article);
  }

  @Override
  public List<Hit> searchLexical(String question, Filters filters, int k) {
    var hits = new ArrayList<Hit>();
    if (k <= 0) {
      return hits;
    }
    for (var language : languages()) {
      var terms = terms(question, language);
      if (!terms.isEmpty()) {
        hits.addAll(searchLexical(terms, language, filters, k));
      }
    }
    return best(hits, k);
  }

  private List<Hit> searchLexical(List<String> terms, String language, Filters filters, int k) {
    var bm25 = bm25(terms, language);
    var words = EngineFields.words(language);
    var clauses = terms.stream().map(term -> Clauses.term(words, term)).toList();
    var query =
        Map.<String, Object>of(
            "bool",
            Map.of("should", clauses, "minimum_should_match", 1, "filter", Clauses.of(filters)));
    return candidates(query, BEST_FIRST, k + EXTRA_CANDIDATES).stream()
        .map(passage -> hit(passage, bm25.score(passage)))
        .toList();
  }

  @Override
  public List<Hit> searchVector(float[] question, Filters filters, int k) {
    int candidates = Math.min(passages(), Math.max(k, 0) * 2 + EXTRA_CANDIDATES);
    if (candidates == 0) {
      return List.of();
    }
    var near = new LinkedHashMap<String, Object>();
    near.put("vector", question);
    near.put("k", Math.min(candidates, MAX_CANDIDATES));
    if (!filters.isEmpty()) {
      near.put("filter", Clauses.all(Clauses.of(filters)));
    }
    var query = Map.<String, Object>of("knn", Map.of(EngineFields.VECTOR, near));
    var hits =
        candidates(query, List.of(Map.of("_score", "desc")), candidates).stream()
            .map(passage -> hit(passage, passage.cosine(question)))
            .toList();
    return best(hits, k);
  }

  private List<StoredPassage> candidates(Map<String, Object> query, List<Object> order, int limit) {
    return view
        .sources(
            Map.of(
                "size",
                Math.min(limit, MAX_CANDIDATES),
                "track_total_hits",
                false,
                "query",
                query,
                "sort",
                order))
        .stream()
        .map(StoredPassage::new)
        .toList();
  }

  private Hit hit(StoredPassage passage, float score) {
    var hit = passage.hit(score);
    found.put(hit, passage);
    return hit;
  }

  @Override
  public double[] lexicalScores(List<Hit> hits, String question) {
    var passages = hits.stream().map(this::passage).toList();
    var byLanguage = new LinkedHashMap<String, Bm25>();
    passages.stream()
        .map(StoredPassage::language)
        .distinct()
        .forEach(language -> byLanguage.put(language, bm25(terms(question, language), language)));
    return passages.stream()
        .mapToDouble(passage -> {
          var bm25 = byLanguage.get(passage.language());
          return bm25 == null ? 0 : bm25.score(passage);
        })
        .toArray();
  }

  @Override
  public double[] cosines(List<Hit> hits, float[] question) {
    return hits.stream().mapToDouble(hit -> passage(hit).cosine(question)).toArray();
  }

  @Override
  public List<String> languages(List<Hit> hits) {
    return hits.stream().map(hit -> passage(hit).language()).toList();
  }

  private StoredPassage passage(Hit hit) {
    var passage = found.get(hit);
    if (passage == null) {
      throw new IllegalArgumentException("not a hit of this snapshot: " + hit);
    }
    return passage;
  }

  private List<String> languages() {
    return List.copyOf(view.statistics().languages().keySet());
  }

  private static List<String> terms(String question, String language) {
    return EngineTerms.of(question, language).stream().distinct().limit(MAX_TERMS).toList();
  }

  /// The scores for `terms`. The frequency of a term is that in the field that has it most often,
  /// as Lucene defines it for several fields.
  private Bm25 bm25(List<String> terms, String language) {
    var fields = EngineFields.scored(language);
    var frequencies =
        view.frequencies(
            terms.stream()
                .flatMap(term -> fields.stream().map(field -> new FieldTerm(field, term)))
                .toList());
    var statistics = view.statistics().of(language);
    var weights = new LinkedHashMap<String, Float>();
    for (int i = 0; i < terms.size(); i++) {
      long most =
          frequencies.subList(i * fields.size(), (i + 1) * fields.size()).stream()
              .mapToLong(Long::longValue)
              .max()
              .orElse(0);
      if (most > 0) {
        weights.put(terms.get(i), Bm25.weight(statistics.passages(), most));
      }
    }
    return new Bm25(statistics.averageLength(), weights);
  }

  @Override
  public ArticleCount count(ArticleQuery query, List<ArticleGroups.Property> properties) {
    return new ArticleSearch(view).count(query, properties);
  }

  @Override
  public ArticleCount countFound(
      String question, Filters filters, List<ArticleGroups.Property> properties) {
    var perLanguage =
        languages().stream().flatMap(language -> allTerms(question, language).stream()).toList();
    return new ArticleSearch(view).countFound(perLanguage, filters, properties);
  }

  /// The clause for the passages in `language` with all terms of `question`; empty if it has none.
  private static List<Map<String, Object>> allTerms(String question, String language) {
    var words = EngineFields.words(language);
    var terms = terms(question, language);
    return terms.isEmpty()
        ? List.of()
        : List.of(Clauses.all(terms.stream().map(term -> Clauses.term(words, term)).toList()));
  }

  @Override
  public List<ListedArticle> list(ArticleQuery query, @Nullable ListedArticle after, int limit) {
    return new ArticleSearch(view).list(query, after, limit);
  }

  @Override
  public Map<EntityKey, Long> entityKeys(Set<String> prefixes) {
    return new EntitySearch(view).withPrefixes(prefixes);
  }

  @Override
  public double idf(String term, @Nullable String language) {
    var known = Languages.of(language, term);
    var encoded = new FieldTerm(EngineFields.text(known), EngineTerms.encode(term));
    long n = view.frequencies(List.of(encoded)).getFirst();
    return Math.log1p((view.statistics().of(known).passages() - n + 0.5) / (n + 0.5));
  }

  @Override
  public boolean isKnown(String word) {
    for (var language : languages()) {
      var terms = terms(word, language);
      var fields = EngineFields.words(language);
      boolean known =
          view
              .frequencies(terms.stream().map(term -> new FieldTerm(fields, term)).toList())
              .stream()
              .allMatch(frequency -> frequency > 0);
      if (known) {
        return true;
      }
    }
    return false;
  }

  @Override
  public List<SimilarWord> similarWords(String word, int maxEdits, @Nullable String language) {
    var own = Languages.of(language, word);
    var languages = languages();
    return new SimilarWordSearch(view)
        .find(word, maxEdits, languages.contains(own) ? List.of(own) : languages);
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      view.release();
    }
  }

  private static List<Hit> best(List<Hit> hits, int k) {
    return hits.stream().sorted().limit(Math.max(0, k)).toList();
  }
}
