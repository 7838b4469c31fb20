package org.dossier.checking;

import java.util.List;
import java.util.stream.IntStream;

/// What speaks for or against a statement saying what its sources say, each 0 to 1.
///
/// @param values in the order of [#NAMES]
public record Features(List<Double> values) {
  /// What each value is; docs/checking.md tells more.
  public static final List<String> NAMES =
      List.of("weakest", "covered", "longestGap", "names", "numbers", "dates", "polarity", "roles");

  /// What each speaks for: 1 for support, -1 against it.
  public static int[] signs() {
    return NAMES.stream().mapToInt(name -> name.equals("longestGap") ? -1 : 1).toArray();
  }

  public Features {
    values = List.copyOf(values);
    if (values.size() != NAMES.size()) {
      throw new IllegalArgumentException(values.size() + " features, not " + NAMES.size());
    }
  }

  /// The probability that a logistic model gives.
  ///
  /// @param weights the bias, then one for each feature
  double support(List<Double> weights) {
    double logOdds =
        IntStream.range(0, values.size())
            .mapToDouble(i -> weights.get(i + 1) * values.get(i))
            .sum();
    return 1 / (1 + Math.exp(-(weights.getFirst() + logOdds)));
  }
}
