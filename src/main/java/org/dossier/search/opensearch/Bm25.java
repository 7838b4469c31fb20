package org.dossier.search.opensearch;

import java.util.Map;

/// The score that Lucene's `CombinedFieldQuery` computes with `BM25Similarity`, to the last bit:
/// BM25F with all weights 1 over the terms of a passage, its title and its context (Robertson,
/// Zaragoza and Taylor, "Simple BM25 extension to multiple weighted fields", 2004).
final class Bm25 {
  private static final float K1 = 1.2f;
  private static final float B = 0.75f;

  /// Lucene stores lengths in one byte: exact up to this one, then with four significant bits.
  private static final int EXACT_LENGTHS = 24;

  private static final int SIGNIFICANT_BITS = 4;

  private final float averageLength;
  private final Map<String, Float> weights;

  /// @param averageLength the average of [EngineFields#LENGTH] in a language
  /// @param weights the inverse document frequencies of the terms of a question
  Bm25(float averageLength, Map<String, Float> weights) {
    this.averageLength = averageLength;
    this.weights = weights;
  }

  /// The weight of a term that `frequency` of `passages` passages have.
  static float weight(long passages, long frequency) {
    return (float) Math.log(1 + (passages - frequency + 0.5D) / (frequency + 0.5D));
  }

  /// The score of a passage; 0 without any of the terms.
  float score(StoredPassage passage) {
    int length = roundedLength(passage.length());
    float normInverse = 1f / (K1 * ((1 - B) + B * length / averageLength));
    double sum = 0;
    for (var term : weights.entrySet()) {
      int frequency = passage.frequency(term.getKey());
      if (frequency > 0) {
        float weight = term.getValue();
        sum += weight - weight / (1f + frequency * normInverse);
      }
    }
    return (float) sum;
  }

  /// The length as Lucene stores it: `SmallFloat.byte4ToInt(SmallFloat.intToByte4(length))`.
  static int roundedLength(int length) {
    if (length < EXACT_LENGTHS) {
      return length;
    }
    int rest = length - EXACT_LENGTHS;
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(rest);
    int shift = Math.max(0, bits - SIGNIFICANT_BITS);
    return EXACT_LENGTHS + (rest >>> shift << shift);
  }
}
