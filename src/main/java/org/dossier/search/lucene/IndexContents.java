package org.dossier.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.dossier.search.IndexedPassage;

/// The contents of a view, for integrity checks.
final class IndexContents {
  private final ReaderView readerView;

  IndexContents(ReaderView readerView) {
    this.readerView = readerView;
  }

  /// The ids of all articles.
  SortedSet<String> articles() throws IOException {
    var ids = new TreeSet<String>();
    for (var leaf : readerView.reader().leaves()) {
      addArticles(leaf.reader(), ids);
    }
    return ids;
  }

  private static void addArticles(LeafReader segment, SortedSet<String> ids) throws IOException {
    var articles = segment.getSortedDocValues(Fields.ARTICLE);
    if (articles == null) {
      return;
    }
    var live = segment.getLiveDocs();
    int last = -1;
    while (articles.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      // The documents of an article are adjacent.
      if ((live == null || live.get(articles.docID())) && articles.ordValue() != last) {
        last = articles.ordValue();
        ids.add(articles.lookupOrd(last).utf8ToString());
      }
    }
  }

  /// The passages of one article, in reading order.
  List<IndexedPassage> passagesOf(String article) throws IOException {
    var passages = new ArrayList<IndexedPassage>();
    for (var leaf : readerView.reader().leaves()) {
      addPassages(leaf.reader(), article, passages);
    }
    passages.sort(Comparator.comparingInt(IndexedPassage::ordinal));
    return List.copyOf(passages);
  }

  private static void addPassages(LeafReader segment, String article, List<IndexedPassage> passages)
      throws IOException {
    var documents = segment.postings(new Term(Fields.ARTICLE, article), PostingsEnum.NONE);
    if (documents == null) {
      return;
    }
    var live = segment.getLiveDocs();
    var ordinals = DocValues.getNumeric(segment, Fields.ORDINAL);
    while (documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      boolean isLive = live == null || live.get(documents.docID());
      if (isLive && ordinals.advanceExact(documents.docID())) {
        passages.add(read(segment, documents.docID()));
      }
    }
  }

  private static IndexedPassage read(LeafReader segment, int document) throws IOException {
    var hit = Documents.read(segment, document, 0);
    var vectors = segment.getFloatVectorValues(Fields.VECTOR);
    boolean hasVector = vectors != null && vectors.iterator().advance(document) == document;
    return new IndexedPassage(hit.version(), hit.ordinal(), hit.sentences(), hasVector);
  }
}
