package org.dossier.evaluation.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

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
    List<JudgementChange> regressed,
    List<JudgementChange> improved,
    int common) {
  public Comparison {
    changes = List.copyOf(changes);
    regressed = List.copyOf(regressed);
    improved = List.copyOf(improved);
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
  public record JudgementChange(String before, EvaluatedQuestion now) {}

  public static Comparison of(BaselineReport earlier, EvaluationReport evaluationReport) {
    var changes = new ArrayList<Change>();
    for (var metric : evaluationReport.metrics()) {
      var before = earlier.metrics().get(new BaselineReport.Key(metric.group(), metric.name()));
      if (before != null) {
        changes.add(new Change(metric, before));
      }
    }
    var common =
        evaluationReport.questions().stream()
            .filter(evaluatedQuestion ->
                earlier.judgements().containsKey(evaluatedQuestion.gold().id()))
            .map(evaluatedQuestion ->
                new JudgementChange(judgement(earlier, evaluatedQuestion), evaluatedQuestion))
            .toList();
    var right = Judgement.CORRECT.label();
    return new Comparison(
        earlier.set(),
        changes,
        common.stream().filter(f -> f.before().equals(right) && !isCorrect(f.now())).toList(),
        common.stream().filter(f -> !f.before().equals(right) && isCorrect(f.now())).toList(),
        common.size());
  }

  private static String judgement(BaselineReport earlier, EvaluatedQuestion evaluatedQuestion) {
    return Objects.requireNonNull(earlier.judgements().get(evaluatedQuestion.gold().id()));
  }

  private static boolean isCorrect(EvaluatedQuestion evaluatedQuestion) {
    return evaluatedQuestion.judgement() == Judgement.CORRECT;
  }
}
