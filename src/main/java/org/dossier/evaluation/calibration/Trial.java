package org.dossier.evaluation.calibration;

/// The reply to one question, asked as if any confidence sufficed.
///
/// @param answered whether a threshold that the confidence reaches makes it an answer
/// @param confidence 0 to 1
/// @param right whether the reply cites the sentence that the question was made from
public record Trial(boolean answered, double confidence, boolean right) {

  /// Returns whether the question is answered if answers need the confidence `threshold`.
  boolean isAnsweredAt(double threshold) {
    return answered && confidence >= threshold;
  }
}
