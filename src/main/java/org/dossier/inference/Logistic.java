package org.dossier.inference;

/// The logistic function, which turns the log-odds of a logistic model into a probability.
public final class Logistic {
  private Logistic() {}

  /// @return 0 to 1; 0.5 for log-odds of 0
  public static double probability(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }
}
