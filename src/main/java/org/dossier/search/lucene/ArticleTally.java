package org.dossier.search.lucene;

import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.dossier.search.ArticleCount;
import org.dossier.search.ArticleGroups;
import org.dossier.search.ArticleGroups.Group;
import org.dossier.search.ArticleGroups.Property;
import org.dossier.search.Filters;

/// Counts the articles of which a query finds a document, and groups them by day and publisher.
final class ArticleTally {
  private static final int UNKNOWN = -1;

  private final IndexSearcher searcher;
  private final Map<Long, Long> byDay = new TreeMap<>();
  private final Map<String, Long> byPublisher = new HashMap<>();
  private long undated;
  private long unnamed;
  private long articles;

  ArticleTally(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  /// Adds the articles of `query`. It must not find an article that was added before.
  void add(Query query) throws IOException {
    var weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (var segment : searcher.getIndexReader().leaves()) {
      add(weight, segment);
    }
  }

  private void add(Weight weight, LeafReaderContext segment) throws IOException {
    var scorer = weight.scorer(segment);
    if (scorer == null) {
      return;
    }
    var live = segment.reader().getLiveDocs();
    var ids = DocValues.getSorted(segment.reader(), Fields.ARTICLE);
    var days = DocValues.getNumeric(segment.reader(), Fields.PUBLISHED);
    var publishers = DocValues.getSorted(segment.reader(), Fields.PUBLISHER_NAME);
    var ofPublisher = new long[publishers.getValueCount()];
    var found = scorer.iterator();
    int last = UNKNOWN;
    while (found.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      int document = found.docID();
      // The documents of an article are adjacent.
      if ((live == null || live.get(document))
          && ids.advanceExact(document)
          && ids.ordValue() != last) {
        last = ids.ordValue();
        articles++;
        addDay(days, document);
        addPublisher(publishers, document, ofPublisher);
      }
    }
    for (int i = 0; i < ofPublisher.length; i++) {
      if (ofPublisher[i] > 0) {
        byPublisher.merge(publishers.lookupOrd(i).utf8ToString(), ofPublisher[i], Long::sum);
      }
    }
  }

  private void addDay(NumericDocValues days, int document) throws IOException {
    if (days.advanceExact(document)) {
      byDay.merge(days.longValue(), 1L, Long::sum);
    } else {
      undated++;
    }
  }

  private void addPublisher(SortedDocValues publishers, int document, long[] ofPublisher)
      throws IOException {
    if (publishers.advanceExact(document)) {
      ofPublisher[publishers.ordValue()]++;
    } else {
      unnamed++;
    }
  }

  ArticleCount count(List<Property> properties) {
    return new ArticleCount(
        articles, properties.stream().map(by -> new ArticleGroups(by, groups(by))).toList());
  }

  private List<Group> groups(Property by) {
    var groups =
        switch (by) {
          case YEAR -> periods(day -> "%04d".formatted(day.getYear()));
          case MONTH -> periods(day -> YearMonth.from(day).toString());
          case PUBLISHER -> publishers();
        };
    long unknown = by == Property.PUBLISHER ? unnamed : undated;
    if (unknown > 0) {
      groups.add(new Group(null, unknown));
    }
    return groups;
  }

  private List<Group> periods(Function<LocalDate, String> key) {
    var periods = new TreeMap<String, Long>();
    byDay.forEach(
        (day, count) -> periods.merge(key.apply(LocalDate.ofEpochDay(day)), count, Long::sum));
    var groups = new ArrayList<Group>();
    periods.forEach((period, count) -> groups.add(new Group(period, count)));
    return groups;
  }

  /// The names of one publisher that differ in capitals are one group.
  private List<Group> publishers() {
    var spellings = new TreeMap<String, List<Group>>();
    byPublisher.forEach((name, count) ->
        spellings
            .computeIfAbsent(Filters.publisherKey(name), _ -> new ArrayList<>())
            .add(new Group(name, count)));
    var mostFirst =
        Comparator.comparingLong(Group::articles)
            .reversed()
            .thenComparing(Group::key, Comparator.nullsLast(Comparator.naturalOrder()));
    var groups = new ArrayList<Group>();
    for (var names : spellings.values()) {
      long sum = names.stream().mapToLong(Group::articles).sum();
      groups.add(new Group(names.stream().sorted(mostFirst).toList().getFirst().key(), sum));
    }
    groups.sort(mostFirst);
    return groups;
  }
}
