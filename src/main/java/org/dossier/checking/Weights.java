package org.dossier.checking;

import java.util.List;

/// The weights of the logistic model, in the order of [Features#NAMES], the bias first.
final class Weights {
  private Weights() {}

  static List<Double> of(CheckingConfig config) {
    var weights = config.weights();
    return List.of(
        weights.bias(),
        weights.weakest(),
        weights.covered(),
        weights.longestGap(),
        weights.names(),
        weights.numbers(),
        weights.dates(),
        weights.polarity(),
        weights.roles());
  }
}
