package org.dossier.evaluation.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dossier.evaluation.question.BaselineReport.Key;

/// What changed from an earlier report to a new one.
///
/// @param earlierSet the earlier report's question set
/// @param changes for each figure that both have, in the new report's order
/// @param lost questions whose verdict was right and is so no more, in the set's order
/// @param won questions whose verdict was not right and now is
/// @param common how many questions both asked
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

  /// One figure, before and now.
  public record Change(Metric now, double before) {
    public double difference() {
      return now.value() - before;
    }
  }

  /// One question whose verdict turned.
  ///
  /// @param before a word of [Judgement]
  /// @param now what it got this time
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
