package org.dossier.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.dossier.search.ArticleCount;
import org.dossier.search.ArticleGroups;
import org.dossier.search.ArticleQuery;
import org.dossier.search.Filters;
import org.dossier.search.Hit;
import org.dossier.search.IndexException;
import org.dossier.search.IndexSnapshot;
import org.dossier.search.IndexedPassage;
import org.dossier.search.ListedArticle;
import org.dossier.search.SimilarWord;
import org.dossier.search.analysis.Languages;
import org.dossier.text.entity.EntityKey;
import org.jspecify.annotations.Nullable;

/// A snapshot of a Lucene index, which holds a reference to its reader until it is closed.
final class LuceneSnapshot implements IndexSnapshot {

  /// Ties are broken at the cutoff as well.
  private static final Sort BEST_FIRST =
      new Sort(
          SortField.FIELD_SCORE,
          new SortField(Fields.ARTICLE, SortField.Type.STRING),
          new SortField(Fields.ORDINAL, SortField.Type.LONG));

  /// The vector graph is searched by quantized vectors, which may confuse near neighbours.
  /// Therefore this many more candidates are compared by their exact vectors.
  private static final int EXTRA_CANDIDATES = 50;

  private final ReaderView readerView;

  /// The document of each hit that was returned.
  private final IdentityHashMap<Hit, Integer> documents = new IdentityHashMap<>();

  private boolean closed;

  LuceneSnapshot(ReaderView readerView) {
    this.readerView = readerView;
  }

  @Override
  public long generation() {
    return readerView.sequence();
  }

  @Override
  public int passages() {
    return search(readerView::passages);
  }

  @Override
  public int vectors() {
    return search(() -> readerView.searcher().count(new FieldExistsQuery(Fields.VECTOR)));
  }

  @Override
  public boolean isEmpty() {
    return passages() == 0;
  }

  @Override
  public SortedSet<String> articles() {
    return search(() -> new IndexContents(readerView).articles());
  }

  @Override
  public List<IndexedPassage> passagesOf(String article) {
    return search(() -> new IndexContents(readerView).passagesOf(article));
  }

  @Override
  public List<Hit> searchLexical(String question, Filters filters, int k) {
    var hits = new ArrayList<Hit>();
    for (var language : readerView.languages()) {
      var query = filter(Bm25fQuery.of(question, language), filters);
      hits.addAll(search(() -> best(readerView.searcher(language), query, k)));
    }
    return best(hits, k);
  }

  @Override
  public List<Hit> searchVector(float[] question, Filters filters, int k) {
    int candidates = Math.min(passages(), Math.max(k, 0) * 2 + EXTRA_CANDIDATES);
    if (candidates == 0) {
      return List.of();
    }
    var filter = filters.isEmpty() ? null : FilterQuery.of(filters);
    var query = new KnnFloatVectorQuery(Fields.VECTOR, question, candidates, filter);
    return search(() -> {
      var near = readerView.searcher().search(query, candidates).scoreDocs;
      var documents = Arrays.stream(near).mapToInt(found -> found.doc).sorted().toArray();
      return nearest(
          documents, new StoredVectors(readerView.reader()).cosines(documents, question), k);
    });
  }

  @Override
  public double[] lexicalScores(List<Hit> hits, String question) {
    var scores = new double[hits.size()];
    for (var language : readerView.languages()) {
      var query = Bm25fQuery.of(question, language);
      var found =
          forEach(
              hits,
              documents -> LexicalRescorer.score(readerView.searcher(language), query, documents));
      // Every passage is in one language, so the scores of all other languages are 0.
      for (int i = 0; i < scores.length; i++) {
        scores[i] += found[i];
      }
    }
    return scores;
  }

  @Override
  public double[] cosines(List<Hit> hits, float[] question) {
    return forEach(
        hits, documents -> new StoredVectors(readerView.reader()).cosines(documents, question));
  }

  @Override
  public List<String> languages(List<Hit> hits) {
    var languages = new PassageLanguages(readerView);
    return search(() -> {
      var found = new ArrayList<String>();
      for (var hit : hits) {
        found.add(languages.of(document(hit)));
      }
      return List.copyOf(found);
    });
  }

  @Override
  public ArticleCount count(ArticleQuery query, List<ArticleGroups.Property> properties) {
    var tally = new ArticleTally(readerView.searcher());
    return search(() -> {
      tally.add(MentionQuery.of(query));
      return tally.count(properties);
    });
  }

  @Override
  public ArticleCount countFound(
      String question, Filters filters, List<ArticleGroups.Property> properties) {
    var tally = new ArticleTally(readerView.searcher());
    return search(() -> {
      // Every passage is in one language.
      for (var language : readerView.languages()) {
        tally.add(filter(Bm25fQuery.ofAllTerms(question, language), filters));
      }
      return tally.count(properties);
    });
  }

  @Override
  public List<ListedArticle> list(ArticleQuery query, @Nullable ListedArticle after, int limit) {
    return search(() -> ArticleListing.list(readerView.searcher(), query, after, limit));
  }

  @Override
  public Map<EntityKey, Long> entityKeys(Set<String> prefixes) {
    return search(() -> new EntityTerms(readerView.searcher()).withPrefixes(prefixes));
  }

  @Override
  public double idf(String term, @Nullable String language) {
    var known = Languages.of(language, term);
    long n =
        search(() -> LanguageStatistics.frequency(readerView.reader(), Fields.text(known), term));
    return Math.log1p((readerView.statistics(known).passages() - n + 0.5) / (n + 0.5));
  }

  @Override
  public boolean isKnown(String word) {
    return search(() -> new SpellingIndex(readerView).isKnown(word));
  }

  @Override
  public List<SimilarWord> similarWords(String word, int maxEdits, @Nullable String language) {
    return search(() -> new SpellingIndex(readerView).similarWords(word, maxEdits, language));
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      readerView.release();
    }
  }

  private static Query filter(Query query, Filters filters) {
    return filters.isEmpty()
        ? query
        : new BooleanQuery.Builder()
            .add(query, Occur.MUST)
            .add(FilterQuery.of(filters), Occur.FILTER)
            .build();
  }

  private List<Hit> best(IndexSearcher searcher, Query query, int k) throws IOException {
    if (k <= 0) {
      return List.of();
    }
    var hits = new ArrayList<Hit>();
    for (ScoreDoc found : searcher.search(query, k, BEST_FIRST).scoreDocs) {
      hits.add(read(found.doc, (Float) ((FieldDoc) found).fields[0]));
    }
    return hits;
  }

  /// Reads only the documents that can be among the `k` nearest: reading costs more than comparing.
  private List<Hit> nearest(int[] documents, float[] cosines, int k) throws IOException {
    var sorted = cosines.clone();
    Arrays.sort(sorted);
    float least = k > 0 && k < sorted.length ? sorted[sorted.length - k] : -1;
    var hits = new ArrayList<Hit>();
    for (int i = 0; i < documents.length; i++) {
      if (cosines[i] >= least) {
        hits.add(read(documents[i], cosines[i]));
      }
    }
    return best(hits, k);
  }

  private Hit read(int document, float score) throws IOException {
    var leaves = readerView.reader().leaves();
    var leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    var hit = Documents.read(leaf.reader(), document - leaf.docBase, score);
    documents.put(hit, document);
    return hit;
  }

  /// The scores of the documents of `hits` by `scoring`, in their order.
  private double[] forEach(List<Hit> hits, Scoring scoring) {
    var ascending = hits.stream().mapToInt(this::document).sorted().distinct().toArray();
    var scores = search(() -> scoring.score(ascending));
    return hits.stream()
        .mapToDouble(hit -> scores[Arrays.binarySearch(ascending, document(hit))])
        .toArray();
  }

  private int document(Hit hit) {
    var document = documents.get(hit);
    if (document == null) {
      throw new IllegalArgumentException("not a hit of this snapshot: " + hit);
    }
    return document;
  }

  private static List<Hit> best(List<Hit> hits, int k) {
    return hits.stream().sorted().limit(Math.max(0, k)).toList();
  }

  private interface Scoring {
    /// The score of each of `documents`, which are ascending.
    float[] score(int[] documents) throws IOException;
  }

  private interface Read<T> {
    T run() throws IOException;
  }

  private static <T> T search(Read<T> read) {
    try {
      return read.run();
    } catch (IOException e) {
      throw new IndexException("the index cannot be read", e);
    }
  }
}
