package org.dossier.search.lucene;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.jspecify.annotations.Nullable;

/// Scores known documents by a query, without a search.
final class LexicalRescorer {
  private LexicalRescorer() {}

  /// The score of each of `documents`, in their order; 0 for a document that `query` does not
  /// match.
  ///
  /// @param documents ascending
  static float[] score(IndexSearcher searcher, Query query, int[] documents) throws IOException {
    var weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
    var scores = new float[documents.length];
    int next = 0;
    for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
      int end = segment.docBase + segment.reader().maxDoc();
      var scorer = next < documents.length && documents[next] < end ? weight.scorer(segment) : null;
      var place = scorer == null ? null : scorer.iterator();
      for (; next < documents.length && documents[next] < end; next++) {
        scores[next] = score(scorer, place, documents[next] - segment.docBase);
      }
    }
    return scores;
  }

  private static float score(
      @Nullable Scorer scorer, @Nullable DocIdSetIterator place, int document) throws IOException {
    if (scorer == null || place == null) {
      return 0;
    }
    if (place.docID() < document) {
      place.advance(document);
    }
    return place.docID() == document ? scorer.score() : 0;
  }
}
