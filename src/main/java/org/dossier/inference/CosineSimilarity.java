package org.dossier.inference;

/// The cosine similarity of embeddings.
public final class CosineSimilarity {
  private CosineSimilarity() {}

  /// The cosine of two vectors of length 1, identical to the last bit whenever it is computed.
  ///
  /// @return -1 to 1
  public static float of(float[] a, float[] b) {
    // Lucene's own product adds the lanes of a register in an order that changes once the JVM has
    // compiled it, and with it the last bit: the same question would not get the same answer.
    double product = 0;
    for (int i = 0; i < a.length; i++) {
      product += (double) a[i] * b[i];
    }
    return Math.clamp((float) product, -1f, 1f);
  }
}
