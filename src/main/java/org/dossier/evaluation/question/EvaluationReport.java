package org.dossier.evaluation.question;

import java.util.List;
import java.util.SortedMap;

/// The result of an evaluation.
///
/// @param set the question set's name
/// @param measured the archive and settings that were measured
/// @param metrics all metrics, grouped, in reading order
/// @param questions every question, in the order of the set
public record EvaluationReport(
    String set, Measured measured, List<Metric> metrics, List<EvaluatedQuestion> questions) {
  public EvaluationReport {
    metrics = List.copyOf(metrics);
    questions = List.copyOf(questions);
  }

  /// The archive and the settings that were measured.
  ///
  /// @param articles number of articles in the archive
  /// @param passages number of passages in the index
  /// @param generation the state of the index: the sequence of the last change that it includes
  /// @param settings by the names of their properties
  public record Measured(
      long articles, long passages, long generation, SortedMap<String, String> settings) {}

  /// The figures by the types that the set states; empty if it states none.
  public List<Breakdown> byType() {
    return Breakdown.by(
        questions.stream().filter(question -> question.gold().type() != null).toList(),
        question -> String.valueOf(question.gold().type()));
  }

  /// The figures by the kinds of questions that were recognized.
  public List<Breakdown> byKind() {
    return Breakdown.by(questions, EvaluatedQuestion::kind);
  }

  /// The questions whose reply was not as expected.
  public List<EvaluatedQuestion> failures() {
    return questions.stream()
        .filter(evaluatedQuestion -> !evaluatedQuestion.judgement().isCorrect())
        .toList();
  }
}
