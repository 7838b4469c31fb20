package org.dossier.search.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues.DocIndexIterator;
import org.apache.lucene.index.LeafReaderContext;
import org.dossier.inference.CosineSimilarity;
import org.jspecify.annotations.Nullable;

/// The exact vectors of one view, without quantization.
final class StoredVectors {
  private final List<LeafReaderContext> segments;

  StoredVectors(DirectoryReader reader) {
    this.segments = reader.leaves();
  }

  /// The cosine of each of `documents` with `question`, in their order; NaN for a document without
  /// a vector.
  ///
  /// @param documents ascending
  float[] cosines(int[] documents, float[] question) throws IOException {
    var cosines = new float[documents.length];
    Arrays.fill(cosines, Float.NaN);
    int next = 0;
    for (var segment : segments) {
      int end = segment.docBase + segment.reader().maxDoc();
      var values = segment.reader().getFloatVectorValues(Fields.VECTOR);
      var place = values == null ? null : values.iterator();
      for (; next < documents.length && documents[next] < end; next++) {
        cosines[next] = cosine(values, place, documents[next] - segment.docBase, question);
      }
    }
    return cosines;
  }

  private static float cosine(
      @Nullable FloatVectorValues values,
      @Nullable DocIndexIterator place,
      int document,
      float[] question)
      throws IOException {
    if (values == null || place == null) {
      return Float.NaN;
    }
    if (place.docID() < document) {
      place.advance(document);
    }
    boolean isKnown = place.docID() == document;
    return isKnown ? CosineSimilarity.of(question, values.vectorValue(place.index())) : Float.NaN;
  }
}
