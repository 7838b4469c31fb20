package org.dossier.retrieval;

import java.util.Arrays;

/// Joins the scores of words and vectors into one.
///
/// A BM25 score is brought to 0 to 1 by the greatest one found and its least possible one, 0; a
/// cosine is taken as it is, since what it can be is the same for every question; the two are
/// averaged with weights (convex combination with theoretical minima; Bruch, Gai, Ingber: "An
/// Analysis of Fusion Functions for Hybrid Retrieval", 2023). It keeps how far one passage lies
/// ahead of the next, which ranks throw away, and does not depend on how many passages were
/// proposed, which the least score among them would.
final class ScoreFusion {
  private ScoreFusion() {}

  /// @param words a BM25 score for each passage
  /// @param closeness a cosine for each, NaN where there is none yet; a passage without one is
  ///   taken to be as close as the middle one of the others
  /// @param wordsWeight the share of the words, 0 to 1
  /// @return a score for each, at most 1
  static double[] fuse(double[] words, double[] closeness, double wordsWeight) {
    double most = Arrays.stream(words).max().orElse(0);
    double middle = middle(closeness);
    var fused = new double[words.length];
    for (int i = 0; i < fused.length; i++) {
      double byWords = most > 0 ? words[i] / most : 0;
      double byCloseness = Double.isNaN(closeness[i]) ? middle : closeness[i];
      fused[i] = wordsWeight * byWords + (1 - wordsWeight) * byCloseness;
    }
    return fused;
  }

  private static double middle(double[] closeness) {
    var known = Arrays.stream(closeness).filter(cosine -> !Double.isNaN(cosine)).sorted().toArray();
    return known.length == 0 ? 0 : known[known.length / 2];
  }
}
