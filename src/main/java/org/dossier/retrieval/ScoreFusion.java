package org.dossier.retrieval;

import java.util.Arrays;

/// Fuses lexical and vector scores into one score.
///
/// A BM25 score is normalized to 0 to 1 by the greatest score of the candidates and by 0, the least
/// possible score. A cosine is not normalized, because its range is the same for every question.
/// The fused score is their weighted average (convex combination with theoretical minima; Bruch,
/// Gai, Ingber: "An Analysis of Fusion Functions for Hybrid Retrieval", 2023). Unlike a fusion of
/// ranks, it preserves the distance between passages. Unlike a normalization by the least score
/// found, it does not depend on the number of candidates.
final class ScoreFusion {
  private ScoreFusion() {}

  /// @param bm25 the BM25 score of each passage
  /// @param cosines the cosine of each passage; NaN if it has no vector, or none that counts. Such
  ///   a passage gets the median of the other cosines; without any, BM25 alone decides
  /// @param lexicalWeight the weight of BM25, 0 to 1
  /// @return the fused score of each passage, at most 1
  static double[] fuse(double[] bm25, double[] cosines, double lexicalWeight) {
    double greatest = Arrays.stream(bm25).max().orElse(0);
    double median = median(cosines);
    var fused = new double[bm25.length];
    for (int i = 0; i < fused.length; i++) {
      double lexical = greatest > 0 ? bm25[i] / greatest : 0;
      double vector = Double.isNaN(cosines[i]) ? median : cosines[i];
      fused[i] = lexicalWeight * lexical + (1 - lexicalWeight) * vector;
    }
    return fused;
  }

  private static double median(double[] cosines) {
    var known = Arrays.stream(cosines).filter(cosine -> !Double.isNaN(cosine)).sorted().toArray();
    return known.length == 0 ? 0 : known[known.length / 2];
  }
}
