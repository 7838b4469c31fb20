package org.dossier.answer;

import java.util.List;

/// How sure the answerer is that the archive answers a question: a logistic model over the features
/// of the sentences that were read.
final class Confidence {
  private final AnswerConfig.ConfidenceWeights weights;

  Confidence(AnswerConfig.ConfidenceWeights weights) {
    this.weights = weights;
  }

  /// @param read best first, perhaps none
  /// @return 0 to 1
  double of(List<Candidate> read) {
    if (read.isEmpty()) {
      return 0;
    }
    var best = read.getFirst().features();
    var passageCloseness =
        read.stream()
            .mapToDouble(candidate -> candidate.evidence().scores().closeness())
            .filter(closeness -> !Double.isNaN(closeness))
            .max()
            .orElse(best.closeness());
    double logOdds =
        weights.bias()
            + weights.closeness() * best.closeness()
            + weights.passageCloseness() * passageCloseness
            + weights.coverage() * best.coverage()
            + weights.names() * best.names()
            + weights.askedFor() * best.askedFor();
    return 1 / (1 + Math.exp(-logOdds));
  }
}
