package org.dossier.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.ScoreDoc;

/// The vectors of one view, not quantized.
final class Vectors {
  private final List<LeafReaderContext> segments;

  Vectors(DirectoryReader reader) {
    this.segments = reader.leaves();
  }

  /// Those of `documents` that have a vector, with their cosine as score, in no particular order.
  List<Hit> hits(List<ScoreDoc> documents, float[] question) throws IOException {
    var inOrder = documents.stream().sorted(Comparator.comparingInt(found -> found.doc)).toList();
    var hits = new ArrayList<Hit>();
    for (var found : inOrder) {
      var segment = segments.get(ReaderUtil.subIndex(found.doc, segments));
      int document = found.doc - segment.docBase;
      var values = segment.reader().getFloatVectorValues(Fields.VECTOR);
      if (values == null) {
        continue;
      }
      KnnVectorValues.DocIndexIterator place = values.iterator();
      if (place.advance(document) == document) {
        float cosine = cosine(question, values.vectorValue(place.index()));
        hits.add(Documents.read(segment.reader(), document, cosine));
      }
    }
    return hits;
  }

  /// The cosine of two vectors of length 1, to the last bit the same whenever it is computed.
  static float cosine(float[] a, float[] b) {
    // Lucene's own product adds the lanes of a register in an order that changes once the JVM has
    // compiled it, and with it the last bit: the same question would not get the same answer.
    double product = 0;
    for (int i = 0; i < a.length; i++) {
      product += (double) a[i] * b[i];
    }
    return Math.clamp((float) product, -1f, 1f);
  }
}
