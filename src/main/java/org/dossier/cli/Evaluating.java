package org.dossier.cli;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.dossier.evaluation.BaselineReport;
import org.dossier.evaluation.Comparison;
import org.dossier.evaluation.Evaluation;
import org.dossier.evaluation.EvaluationReport;
import org.dossier.evaluation.EvaluationReportJson;
import org.dossier.evaluation.EvaluationReportTable;
import org.dossier.evaluation.Features;
import org.dossier.evaluation.QuestionSet;
import org.jspecify.annotations.Nullable;

/// Runs an evaluation and prints its report.
@Singleton
final class Evaluating {
  private static final int BETWEEN_LINES = 50;

  private final Opening opening;
  private final Instance<Evaluation> evaluation;
  private final Instance<Vectors> vectors;
  private final Screen screen;
  private final Interruption interruption;

  Evaluating(
      Opening opening,
      Instance<Evaluation> evaluation,
      Instance<Vectors> vectors,
      Screen screen,
      Interruption interruption) {
    this.opening = opening;
    this.evaluation = evaluation;
    this.vectors = vectors;
    this.screen = screen;
    this.interruption = interruption;
  }

  /// Measures on the command's question set.
  ///
  /// @return the exit code: 0, whatever came back
  int evaluate(EvalCommand command) {
    // What is wrong with the files is said before anything long begins.
    var set = QuestionSet.read(command.questions);
    var earlier = command.earlier == null ? null : BaselineReport.read(command.earlier);
    opening.open();
    var features = command.features;
    interruption.during(
        features == null ? () -> print(command, run(set), earlier) : () -> write(set, features),
        () -> screen.err().println("Interrupted."));
    return interruption.requested() ? Interruption.EXIT_CODE : 0;
  }

  /// Without their vectors passages would be found by words only, and that be measured.
  private EvaluationReport run(QuestionSet set) {
    vectors.get().complete();
    goOnUnlessInterrupted();
    return evaluation.get().run(set, this::asked);
  }

  private void write(QuestionSet set, Path file) {
    vectors.get().complete();
    goOnUnlessInterrupted();
    try (var features = new Features(file)) {
      evaluation.get().write(set, features, this::asked);
    }
  }

  private void print(
      EvalCommand command, EvaluationReport evaluationReport, @Nullable BaselineReport earlier) {
    var comparison = earlier == null ? null : Comparison.of(earlier, evaluationReport);
    if (!command.json) {
      System.out.print(EvaluationReportTable.of(evaluationReport, comparison, command.failures));
      return;
    }
    var json = EvaluationReportJson.of(evaluationReport, comparison);
    System.out.println(screen.terminal().interactive() ? Printable.json(json) : json);
  }

  /// One line that is rewritten on a terminal, a line now and then elsewhere.
  private void asked(int asked, int of) {
    goOnUnlessInterrupted();
    var line = String.format(Locale.ROOT, "questions: %,d of %,d", asked, of);
    if (screen.terminal().interactive()) {
      screen.err().print('\r' + (asked < of ? line : " ".repeat(line.length()) + '\r'));
      screen.err().flush();
    } else if (asked % BETWEEN_LINES == 0) {
      screen.err().println(line);
    }
  }

  private void goOnUnlessInterrupted() {
    if (interruption.requested()) {
      throw new CancellationException();
    }
  }
}
