package org.dossier.evaluation.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dossier.evaluation.question.BaselineReport.Key;

/// The differences between an earlier report and a new one.
///
/// @param earlierSet the earlier report's question set
/// @param changes one entry for each metric that both reports have, in the new report's order
/// @param regressed questions that were judged correct and no longer are, in the set's order
/// @param improved questions that were not judged correct and now are
/// @param common number of questions in both reports
public record Comparison(
    String earlierSet,
    List<Change> changes,
    List<VerdictChange> lost,
    List<VerdictChange> won,
    int common) {
  public Comparison {
    changes = List.copyOf(changes);
    lost = List.copyOf(lost);
    won = List.copyOf(won);
  }

  /// One metric, before and now.
  public record Change(Metric now, double before) {
    public double difference() {
      return now.value() - before;
    }
  }

  /// A question whose judgement changed.
  ///
  /// @param before the earlier label of [Judgement]
  /// @param now the new evaluation
  public record VerdictChange(String before, EvaluatedQuestion now) {}

  public static Comparison of(BaselineReport earlier, EvaluationReport evaluationReport) {
    var changes = new ArrayList<Change>();
    for (var metric : evaluationReport.metrics()) {
      var before = earlier.metrics().get(new Key(metric.group(), metric.name()));
      if (before != null) {
        changes.add(new Change(metric, before));
      }
    }
    var common =
        evaluationReport.trials().stream()
            .filter(
                evaluatedQuestion -> earlier.verdicts().containsKey(evaluatedQuestion.gold().id()))
            .map(evaluatedQuestion ->
                new VerdictChange(verdict(earlier, evaluatedQuestion), evaluatedQuestion))
            .toList();
    var right = Judgement.RIGHT.word();
    return new Comparison(
        earlier.set(),
        changes,
        common.stream().filter(f -> f.before().equals(right) && !isRight(f.now())).toList(),
        common.stream().filter(f -> !f.before().equals(right) && isRight(f.now())).toList(),
        common.size());
  }

  private static String verdict(BaselineReport earlier, EvaluatedQuestion evaluatedQuestion) {
    return Objects.requireNonNull(earlier.verdicts().get(evaluatedQuestion.gold().id()));
  }

  private static boolean isRight(EvaluatedQuestion evaluatedQuestion) {
    return evaluatedQuestion.verdict() == Judgement.RIGHT;
  }
}
