package org.dossier.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dossier.evaluation.EarlierReport.Key;

/// What changed from an earlier report to a new one.
///
/// @param earlierSet the earlier report's question set
/// @param changes for each figure that both have, in the new report's order
/// @param lost questions whose verdict was right and is so no more, in the set's order
/// @param won questions whose verdict was not right and now is
/// @param common how many questions both asked
public record Comparison(
    String earlierSet, List<Change> changes, List<Flip> lost, List<Flip> won, int common) {
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
  /// @param before a word of [Verdict]
  /// @param now what it got this time
  public record Flip(String before, Trial now) {}

  public static Comparison of(EarlierReport earlier, Report report) {
    var changes = new ArrayList<Change>();
    for (var metric : report.metrics()) {
      var before = earlier.metrics().get(new Key(metric.group(), metric.name()));
      if (before != null) {
        changes.add(new Change(metric, before));
      }
    }
    var common =
        report.trials().stream()
            .filter(trial -> earlier.verdicts().containsKey(trial.gold().id()))
            .map(trial -> new Flip(verdict(earlier, trial), trial))
            .toList();
    var right = Verdict.RIGHT.word();
    return new Comparison(
        earlier.set(),
        changes,
        common.stream().filter(f -> f.before().equals(right) && !isRight(f.now())).toList(),
        common.stream().filter(f -> !f.before().equals(right) && isRight(f.now())).toList(),
        common.size());
  }

  private static String verdict(EarlierReport earlier, Trial trial) {
    return Objects.requireNonNull(earlier.verdicts().get(trial.gold().id()));
  }

  private static boolean isRight(Trial trial) {
    return trial.verdict() == Verdict.RIGHT;
  }
}
