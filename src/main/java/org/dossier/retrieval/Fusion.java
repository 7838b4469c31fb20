package org.dossier.retrieval;

import java.util.Arrays;

/// Joins the scores of words and vectors into one.
///
/// Each list is brought to 0 to 1 by its own least and greatest score, and the two are averaged
/// with weights (min-max fusion; Bruch, Gai, Ingber: "An Analysis of Fusion Functions for Hybrid
/// Retrieval", 2023). It keeps how far one passage lies ahead of the next, which ranks throw away.
final class Fusion {
  private Fusion() {}

  /// @param words a BM25 score for each passage
  /// @param closeness a cosine for each, NaN where there is none yet; a passage without one is
  ///   judged by its words alone
  /// @return a score from 0 to 1 for each
  static double[] fuse(double[] words, double[] closeness, double wordsWeight) {
    var byWords = normalised(words);
    var byCloseness = normalised(closeness);
    var fused = new double[words.length];
    for (int i = 0; i < fused.length; i++) {
      fused[i] =
          Double.isNaN(byCloseness[i])
              ? byWords[i]
              : wordsWeight * byWords[i] + (1 - wordsWeight) * byCloseness[i];
    }
    return fused;
  }

  private static double[] normalised(double[] scores) {
    var known = Arrays.stream(scores).filter(score -> !Double.isNaN(score)).summaryStatistics();
    double width = known.getMax() - known.getMin();
    return Arrays.stream(scores)
        .map(
            score -> Double.isNaN(score) ? score : width > 0 ? (score - known.getMin()) / width : 1)
        .toArray();
  }
}
