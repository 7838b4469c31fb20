package org.dossier.evaluation.verification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import org.dossier.evaluation.RocAnalysis;

/// How the checker judged statements of which it is known whether their sources say them.
///
/// @param measured what they were made from, in words
/// @param trials every statement, kind by kind
public record VerificationReport(String measured, List<CheckedStatement> trials) {
  public VerificationReport {
    trials = List.copyOf(trials);
  }

  /// How the statements of one kind fared.
  ///
  /// @param kind in words
  /// @param truth whether their sources say them
  /// @param wrong how many false ones got through, or true ones were lost
  public record Figures(String kind, boolean truth, int statements, int wrong) {
    /// The share of those judged wrongly, 0 to 1.
    public double share() {
      return (double) wrong / statements;
    }
  }

  /// By kind, in the order of the trials.
  public List<Figures> figures() {
    var byKind = new LinkedHashMap<String, List<CheckedStatement>>();
    trials.forEach(
        trial -> byKind.computeIfAbsent(trial.kind(), _ -> new ArrayList<>()).add(trial));
    return byKind.values().stream().map(VerificationReport::figures).toList();
  }

  /// Over all statements that their sources say, or do not say.
  public Figures all(boolean truth) {
    var of = trials.stream().filter(trial -> trial.truth() == truth).toList();
    int wrong = (int) of.stream().filter(trial -> !trial.right()).count();
    return new Figures(truth ? "all true ones" : "all false ones", truth, of.size(), wrong);
  }

  private static Figures figures(List<CheckedStatement> trials) {
    var first = trials.getFirst();
    int wrong = (int) trials.stream().filter(trial -> !trial.right()).count();
    return new Figures(first.kind(), first.truth(), trials.size(), wrong);
  }

  /// How often, of a supported and another statement, the first has the greater support; empty
  /// where there are not both.
  public OptionalDouble areaUnderRoc() {
    var supported = supports(true);
    var others = supports(false);
    return supported.isEmpty() || others.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(RocAnalysis.of(supported, others).areaUnderRoc());
  }

  private List<Double> supports(boolean truth) {
    return trials.stream()
        .filter(trial -> trial.truth() == truth)
        .map(trial -> trial.verdict().support())
        .toList();
  }

  /// The statements that were judged wrongly.
  List<CheckedStatement> failures() {
    return trials.stream().filter(trial -> !trial.right()).toList();
  }
}
