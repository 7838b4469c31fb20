package org.dossier.search.lucene;

import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.SmallFloat;

/// Statistics of the live passages in one language. Lucene's own statistics include deleted
/// documents until a background merge removes them, so the score of the same question on the same
/// archive would change from one minute to the next.
///
/// @param language its short name
/// @param passages the number of passages
/// @param averageLength the average number of terms, by the weights of [Bm25fQuery]
record LanguageStatistics(String language, long passages, float averageLength) {

  static LanguageStatistics of(DirectoryReader reader, String language) throws IOException {
    long passages = 0;
    double words = 0;
    for (var leaf : reader.leaves()) {
      var text = count(leaf.reader(), Fields.text(language));
      passages += text.documents;
      for (var weighted : Bm25fQuery.WEIGHTS) {
        words += weighted.weight() * count(leaf.reader(), weighted.field().apply(language)).words;
      }
    }
    return new LanguageStatistics(
        language, passages, passages == 0 ? 1 : (float) (words / passages));
  }

  /// The number of live passages with this term in this field.
  static long frequency(DirectoryReader reader, String field, String text) throws IOException {
    return frequency(reader, new Term(field, text));
  }

  static long frequency(DirectoryReader reader, Term term) throws IOException {
    long frequency = 0;
    for (var leaf : reader.leaves()) {
      frequency += frequency(leaf.reader(), term);
    }
    return frequency;
  }

  private static long frequency(LeafReader segment, Term term) throws IOException {
    var live = segment.getLiveDocs();
    if (live == null) {
      return segment.docFreq(term);
    }
    var postings = segment.postings(term, PostingsEnum.NONE);
    if (postings == null) {
      return 0;
    }
    long frequency = 0;
    int document = postings.nextDoc();
    while (document != DocIdSetIterator.NO_MORE_DOCS) {
      frequency += live.get(document) ? 1 : 0;
      document = postings.nextDoc();
    }
    return frequency;
  }

  private record Count(long documents, double words) {}

  private static Count count(LeafReader segment, String field) throws IOException {
    var norms = segment.getNormValues(field);
    if (norms == null) {
      return new Count(0, 0);
    }
    var live = segment.getLiveDocs();
    long documents = 0;
    double words = 0;
    int document = norms.nextDoc();
    while (document != DocIdSetIterator.NO_MORE_DOCS) {
      if (live == null || live.get(document)) {
        documents++;
        // The length in the one-byte form that the index stores and scores with.
        words += SmallFloat.byte4ToInt((byte) norms.longValue());
      }
      document = norms.nextDoc();
    }
    return new Count(documents, words);
  }
}
