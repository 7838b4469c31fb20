package org.dossier.search.lucene;

import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.jspecify.annotations.Nullable;

/// A searcher that computes BM25 with [LanguageStatistics] instead of Lucene's own statistics.
final class LanguageSearcher extends IndexSearcher {
  private final DirectoryReader reader;
  private final LanguageStatistics statistics;

  LanguageSearcher(DirectoryReader reader, LanguageStatistics statistics) {
    super(reader);
    this.reader = reader;
    this.statistics = statistics;
    setSimilarity(
        new BM25Similarity() {
          @Override
          protected float avgFieldLength(CollectionStatistics collection) {
            return statistics.averageLength();
          }
        });
  }

  @Override
  public TermStatistics termStatistics(Term term, int ignored, long totalTermFreq)
      throws IOException {
    // If all documents with the term are deleted, no document is scored with this value.
    long frequency = Math.max(1, LanguageStatistics.frequency(reader, term));
    return new TermStatistics(term.bytes(), frequency, Math.max(frequency, totalTermFreq));
  }

  @Override
  public @Nullable CollectionStatistics collectionStatistics(String field) throws IOException {
    var all = super.collectionStatistics(field);
    if (all == null) {
      return null;
    }
    long passages = Math.max(1, statistics.passages());
    long words = Math.max(passages, all.sumDocFreq());
    return new CollectionStatistics(
        field, passages, passages, Math.max(words, all.sumTotalTermFreq()), words);
  }
}
