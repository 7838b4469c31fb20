package org.dossier.evaluation.calibration;

import java.util.List;

/// The effect of a confidence threshold on the questions of a calibration, as shares, 0 to 1.
///
/// @param threshold the least confidence of an answer
/// @param right the questions that are answered from their sentence
/// @param other the questions that are answered from other sentences, rightly or wrongly
/// @param overclaimed of the questions whose reply shows their sentence: those that are answered
///   although their article is withheld
public record ThresholdEffect(double threshold, double right, double other, double overclaimed) {

  static ThresholdEffect of(double threshold, List<AskedQuestion> questions) {
    var present =
        questions.stream()
            .map(AskedQuestion::present)
            .filter(trial -> trial.isAnsweredAt(threshold))
            .toList();
    long right = present.stream().filter(Trial::right).count();
    var found = questions.stream().filter(AskedQuestion::isFound).toList();
    long overclaimed =
        found.stream().filter(asked -> asked.withheld().isAnsweredAt(threshold)).count();
    double all = questions.size();
    return new ThresholdEffect(
        threshold,
        right / all,
        (present.size() - right) / all,
        (double) overclaimed / found.size());
  }
}
