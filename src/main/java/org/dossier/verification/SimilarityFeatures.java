package org.dossier.verification;

import java.util.List;
import org.dossier.inference.Logistic;

/// The similarity of a statement and its sources, as features of 0 to 1.
/// docs/explanation/verification.md defines them.
///
/// @param worstQuartile the mean similarity of the quarter of its words with the lowest similarity
/// @param coverage the share of its words that occur in the sources
/// @param longestUnmatchedRun the longest run of words without a similar word in the sources
public record SimilarityFeatures(
    double worstQuartile, double coverage, double longestUnmatchedRun) {
  /// The names of [#values()], as in the settings of their weights.
  public static final List<String> NAMES =
      List.of("worst-quartile", "coverage", "longest-unmatched-run");

  /// In the order of [#NAMES].
  public List<Double> values() {
    return List.of(worstQuartile, coverage, longestUnmatchedRun);
  }

  /// The probability, by a logistic model, that the statement is supported.
  double support(VerificationConfig.SimilarityWeights weights) {
    double logOdds =
        weights.bias()
            + weights.worstQuartile() * worstQuartile
            + weights.coverage() * coverage
            + weights.longestUnmatchedRun() * longestUnmatchedRun;
    return Logistic.probability(logOdds);
  }
}
