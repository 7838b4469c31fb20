package org.dossier.evaluation.verification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import org.dossier.evaluation.RocAnalysis;

/// The verifier's verdicts on statements that are known to be true or false to their sources.
///
/// @param measured description of their origin
/// @param statements every statement, kind by kind
public record VerificationReport(String measured, List<CheckedStatement> statements) {
  public VerificationReport {
    statements = List.copyOf(statements);
  }

  /// The results for the statements of one kind.
  ///
  /// @param kind label of the kind
  /// @param truth true if their sources say them
  /// @param wrong number of false statements accepted, or of true statements rejected
  public record Figures(String kind, boolean truth, int statements, int wrong) {
    /// The share of wrong verdicts, 0 to 1.
    public double share() {
      return (double) wrong / statements;
    }
  }

  /// The results by kind, in the order of the statements.
  public List<Figures> figures() {
    var byKind = new LinkedHashMap<String, List<CheckedStatement>>();
    statements.forEach(
        trial -> byKind.computeIfAbsent(trial.kind(), _ -> new ArrayList<>()).add(trial));
    return byKind.values().stream().map(VerificationReport::figures).toList();
  }

  /// The results over all true, or all false, statements.
  public Figures all(boolean truth) {
    var of = statements.stream().filter(trial -> trial.truth() == truth).toList();
    int wrong = (int) of.stream().filter(trial -> !trial.isCorrect()).count();
    return new Figures(
        truth ? "all true statements" : "all false statements", truth, of.size(), wrong);
  }

  private static Figures figures(List<CheckedStatement> trials) {
    var first = trials.getFirst();
    int wrong = (int) trials.stream().filter(trial -> !trial.isCorrect()).count();
    return new Figures(first.kind(), first.truth(), trials.size(), wrong);
  }

  /// The share of pairs of a true and a false statement in which the true one has the greater
  /// support; empty unless there are both.
  public OptionalDouble areaUnderRoc() {
    var supported = supports(true);
    var others = supports(false);
    return supported.isEmpty() || others.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(RocAnalysis.of(supported, others).areaUnderRoc());
  }

  private List<Double> supports(boolean truth) {
    return statements.stream()
        .filter(trial -> trial.truth() == truth)
        .map(trial -> trial.verdict().support())
        .toList();
  }

  /// The statements with a wrong verdict.
  List<CheckedStatement> failures() {
    return statements.stream().filter(trial -> !trial.isCorrect()).toList();
  }
}
