package org.dossier.evaluation.question;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// The differences between an earlier report and a new one.
///
/// @param earlierSet the earlier report's question set
/// @param changes one entry for each metric that both reports have, in the new report's order
/// @param regressed questions whose reply was as expected and no longer is, in the set's order
/// @param improved questions whose reply was not as expected and now is
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
  public record JudgementChange(String before, EvaluatedQuestion now) {
    private static final Set<String> CORRECT =
        Arrays.stream(Judgement.values())
            .filter(Judgement::isCorrect)
            .map(Judgement::label)
            .collect(Collectors.toUnmodifiableSet());

    private boolean wasCorrect() {
      return CORRECT.contains(before);
    }

    private boolean isCorrect() {
      return now.judgement().isCorrect();
    }
  }

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
    return new Comparison(
        earlier.set(),
        changes,
        common.stream().filter(f -> f.wasCorrect() && !f.isCorrect()).toList(),
        common.stream().filter(f -> !f.wasCorrect() && f.isCorrect()).toList(),
        common.size());
  }

  private static String judgement(BaselineReport earlier, EvaluatedQuestion evaluatedQuestion) {
    return Objects.requireNonNull(earlier.judgements().get(evaluatedQuestion.gold().id()));
  }
}
