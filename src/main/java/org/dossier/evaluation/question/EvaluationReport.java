package org.dossier.evaluation.question;

import java.util.List;
import java.util.SortedMap;

/// What an evaluation found.
///
/// @param set the question set's name
/// @param measured what it was asked of
/// @param metrics all figures, grouped, in the order in which they are read
/// @param trials every question, in the order of the set
public record EvaluationReport(
    String set, Measured measured, List<Metric> metrics, List<EvaluatedQuestion> trials) {
  public EvaluationReport {
    metrics = List.copyOf(metrics);
    trials = List.copyOf(trials);
  }

  /// The archive and the settings that were measured.
  ///
  /// @param articles how many the archive held
  /// @param passages how many the index held
  /// @param generation the state of the index: the sequence of the last change it had taken in
  /// @param settings by the names of their properties
  public record Measured(
      long articles, long passages, long generation, SortedMap<String, String> settings) {}

  /// The questions whose reply was not as expected.
  public List<EvaluatedQuestion> failures() {
    return trials.stream()
        .filter(evaluatedQuestion -> evaluatedQuestion.verdict() != Judgement.RIGHT)
        .toList();
  }
}
