package org.dossier.verification;

import java.util.List;
import org.dossier.inference.Logistic;

/// How near a statement comes to what its sources say, in figures of 0 to 1; docs/checking.md tells
/// more of each.
///
/// @param weakest the nearness of those of its words that come least near
/// @param covered the share of its words that stand in the sources
/// @param longestGap the longest run of words that nothing there comes near
public record SimilarityFeatures(double weakest, double covered, double longestGap) {
  /// What each of [#values()] is, as the settings of their weights name it.
  public static final List<String> NAMES = List.of("weakest", "covered", "longest-gap");

  /// In the order of [#NAMES].
  public List<Double> values() {
    return List.of(weakest, covered, longestGap);
  }

  /// The probability that a logistic model gives.
  double support(VerificationConfig.SimilarityWeights weights) {
    double logOdds =
        weights.bias()
            + weights.worstQuartile() * weakest
            + weights.coverage() * covered
            + weights.longestUnmatchedRun() * longestGap;
    return Logistic.probability(logOdds);
  }
}
