package org.dossier.verification;

import java.util.List;
import org.dossier.inference.Logistic;

/// The similarity of a statement and its sources, as features of 0 to 1. docs/checking.md defines
/// them.
///
/// @param weakest the mean similarity of the quarter of its words with the lowest similarity
/// @param covered the share of its words that occur in the sources
/// @param longestGap the longest run of words without a similar word in the sources
public record SimilarityFeatures(double weakest, double covered, double longestGap) {
  /// The names of [#values()], as in the settings of their weights.
  public static final List<String> NAMES = List.of("weakest", "covered", "longest-gap");

  /// In the order of [#NAMES].
  public List<Double> values() {
    return List.of(weakest, covered, longestGap);
  }

  /// The probability, by a logistic model, that the statement is supported.
  double support(VerificationConfig.SimilarityWeights weights) {
    double logOdds =
        weights.bias()
            + weights.worstQuartile() * weakest
            + weights.coverage() * covered
            + weights.longestUnmatchedRun() * longestGap;
    return Logistic.probability(logOdds);
  }
}
