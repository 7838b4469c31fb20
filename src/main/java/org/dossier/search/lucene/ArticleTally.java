package org.dossier.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.dossier.search.ArticleCount;
import org.dossier.search.ArticleGroups.Group;
import org.dossier.search.ArticleGroups.Property;
import org.dossier.search.ArticleTotals;
import org.dossier.search.EntityCatalog;
import org.dossier.text.entity.EntityKind;

/// Counts the articles of which a query finds a document, and groups them by day, publisher and the
/// entities that they name.
final class ArticleTally {
  private static final int UNKNOWN = -1;

  private final IndexSearcher searcher;
  private final ArticleTotals totals = new ArticleTotals();

  /// The documents of the articles, the first ones of their documents.
  private final FixedBitSet articles;

  ArticleTally(IndexSearcher searcher) {
    this.searcher = searcher;
    this.articles = new FixedBitSet(Math.max(1, searcher.getIndexReader().maxDoc()));
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
    var ordinals = DocValues.getNumeric(segment.reader(), Fields.ORDINAL);
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
        totals.addArticles(1);
        // The document of the article precedes those of its passages.
        boolean isPassage = ordinals.advanceExact(document);
        articles.set(segment.docBase + document - (isPassage ? (int) ordinals.longValue() + 1 : 0));
        addDay(days, document);
        addPublisher(publishers, document, ofPublisher);
      }
    }
    for (int i = 0; i < ofPublisher.length; i++) {
      if (ofPublisher[i] > 0) {
        totals.addPublisher(publishers.lookupOrd(i).utf8ToString(), ofPublisher[i]);
      }
    }
  }

  private void addDay(NumericDocValues days, int document) throws IOException {
    totals.addDay(days.advanceExact(document) ? LocalDate.ofEpochDay(days.longValue()) : null, 1);
  }

  private void addPublisher(SortedDocValues publishers, int document, long[] ofPublisher)
      throws IOException {
    if (publishers.advanceExact(document)) {
      ofPublisher[publishers.ordValue()]++;
    } else {
      totals.addPublisher(null, 1);
    }
  }

  private List<Group> groups(EntityKind kind, EntityTerms terms) throws IOException {
    var found = terms.of(kind, articles);
    try {
      return new EntityCatalog(prefixes -> unchecked(() -> terms.withPrefixes(prefixes)))
          .groups(kind, found, names -> unchecked(() -> terms.mentions(names, articles)));
    } catch (UncheckedIOException e) {
      throw new IOException(e);
    }
  }

  private interface Reading<T> {
    T read() throws IOException;
  }

  private static <T> T unchecked(Reading<T> reading) {
    try {
      return reading.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ArticleCount count(List<Property> properties) throws IOException {
    var terms = new EntityTerms(searcher);
    for (var property : properties) {
      if (property.kind().isPresent()) {
        totals.setEntities(property, groups(property.kind().get(), terms));
      }
    }
    return totals.count(properties);
  }
}
