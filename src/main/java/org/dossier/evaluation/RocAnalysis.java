package org.dossier.evaluation;

import java.util.Collection;
import java.util.stream.DoubleStream;

/// An analysis of how well a confidence separates the questions that the archive answers from those
/// on which the system must abstain.
///
/// @param answerable the confidences of the questions that have an answer, ascending; not empty
/// @param unanswerable the confidences of the questions without an answer, ascending; not empty
public record RocAnalysis(double[] answerable, double[] unanswerable) {

  public static RocAnalysis of(Collection<Double> answerable, Collection<Double> unanswerable) {
    if (answerable.isEmpty() || unanswerable.isEmpty()) {
      throw new IllegalArgumentException("questions of both kinds are required");
    }
    return new RocAnalysis(ascending(answerable), ascending(unanswerable));
  }

  private static double[] ascending(Collection<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  /// The area under the ROC curve as the Mann–Whitney statistic (Hanley and McNeil, 1982): the
  /// share of pairs in which the answerable question has the greater confidence, a tie counting
  /// half.
  public double areaUnderRoc() {
    double won = 0;
    for (double one : answerable) {
      for (double other : unanswerable) {
        won += one > other ? 1 : one == other ? 0.5 : 0;
      }
    }
    return won / ((double) answerable.length * unanswerable.length);
  }

  /// The mean of the shares of false abstentions and false answers if exactly the questions whose
  /// confidence reaches `threshold` were answered.
  public double balancedError(double threshold) {
    double falseAbstentions = DoubleStream.of(answerable).filter(c -> c < threshold).count();
    double falseAnswers = DoubleStream.of(unanswerable).filter(c -> c >= threshold).count();
    return (falseAbstentions / answerable.length + falseAnswers / unanswerable.length) / 2;
  }

  /// The threshold with the smallest balanced error on these questions, the lowest of equals;
  /// greater than every confidence if it is best to abstain from everything.
  public double bestThreshold() {
    double best = Double.POSITIVE_INFINITY;
    double least = balancedError(best);
    for (double threshold :
        DoubleStream.concat(DoubleStream.of(answerable), DoubleStream.of(unanswerable))
            .sorted()
            .toArray()) {
      double error = balancedError(threshold);
      if (error < least || (error == least && threshold < best)) {
        best = threshold;
        least = error;
      }
    }
    return best;
  }
}
