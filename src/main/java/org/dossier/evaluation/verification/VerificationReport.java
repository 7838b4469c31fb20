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
  private static final List<Double> MIN_SUPPORTS =
      List.of(0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95);

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

  private record Kind(String label, boolean truth) {}

  /// The results by kind, the false and the true statements of a kind separately, in the order of
  /// the statements.
  public List<Figures> figures() {
    var byKind = new LinkedHashMap<Kind, List<CheckedStatement>>();
    for (var trial : statements) {
      var kind = new Kind(trial.kind(), trial.truth());
      byKind.computeIfAbsent(kind, _ -> new ArrayList<>()).add(trial);
    }
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

  /// The shares of wrong verdicts with another `dossier.verification.min-support`.
  ///
  /// @param falseAccepted the share of false statements accepted, 0 to 1
  /// @param trueRejected the share of true statements rejected, 0 to 1
  public record TradeOff(double minSupport, double falseAccepted, double trueRejected) {}

  /// The trade-off curve; empty unless there are both true and false statements.
  public List<TradeOff> tradeOffs() {
    if (areaUnderRoc().isEmpty()) {
      return List.of();
    }
    return MIN_SUPPORTS.stream()
        .map(minSupport ->
            new TradeOff(
                minSupport, acceptedShare(false, minSupport), 1 - acceptedShare(true, minSupport)))
        .toList();
  }

  private double acceptedShare(boolean truth, double minSupport) {
    return statements.stream()
        .filter(trial -> trial.truth() == truth)
        .mapToInt(trial -> trial.isAcceptedAt(minSupport) ? 1 : 0)
        .average()
        .orElse(0);
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
