package org.dossier.cli;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.dossier.cli.command.EvalCommand;
import org.dossier.cli.startup.ArchiveBootstrap;
import org.dossier.cli.startup.EmbeddingProgress;
import org.dossier.cli.startup.ShutdownGate;
import org.dossier.cli.terminal.ProgressOutput;
import org.dossier.cli.terminal.TerminalSanitizer;
import org.dossier.evaluation.question.BaselineReport;
import org.dossier.evaluation.question.Comparison;
import org.dossier.evaluation.question.Evaluation;
import org.dossier.evaluation.question.EvaluationReport;
import org.dossier.evaluation.question.EvaluationReportJson;
import org.dossier.evaluation.question.EvaluationReportTable;
import org.dossier.evaluation.question.Features;
import org.dossier.evaluation.question.QuestionSet;
import org.jspecify.annotations.Nullable;

/// Runs an evaluation and prints its report.
@Singleton
public final class EvalAction {
  private static final int BETWEEN_LINES = 50;

  private final ArchiveBootstrap archiveBootstrap;
  private final Instance<Evaluation> evaluation;
  private final Instance<EmbeddingProgress> embeddingProgress;
  private final ProgressOutput progressOutput;
  private final ShutdownGate shutdownGate;

  EvalAction(
      ArchiveBootstrap archiveBootstrap,
      Instance<Evaluation> evaluation,
      Instance<EmbeddingProgress> embeddingProgress,
      ProgressOutput progressOutput,
      ShutdownGate shutdownGate) {
    this.archiveBootstrap = archiveBootstrap;
    this.evaluation = evaluation;
    this.embeddingProgress = embeddingProgress;
    this.progressOutput = progressOutput;
    this.shutdownGate = shutdownGate;
  }

  /// Measures on the command's question set.
  ///
  /// @return the exit code: 0, whatever came back
  public int evaluate(EvalCommand command) {
    // What is wrong with the files is said before anything long begins.
    var set = QuestionSet.read(command.questions);
    var earlier = command.earlier == null ? null : BaselineReport.read(command.earlier);
    archiveBootstrap.open();
    var features = command.features;
    shutdownGate.during(
        features == null ? () -> print(command, run(set), earlier) : () -> write(set, features),
        () -> progressOutput.err().println("Interrupted."));
    return shutdownGate.requested() ? ShutdownGate.EXIT_CODE : 0;
  }

  /// Without their vectors passages would be found by words only, and that be measured.
  private EvaluationReport run(QuestionSet set) {
    embeddingProgress.get().complete();
    continueUnlessInterrupted();
    return evaluation.get().run(set, this::reportAsked);
  }

  private void write(QuestionSet set, Path file) {
    embeddingProgress.get().complete();
    continueUnlessInterrupted();
    try (var features = new Features(file)) {
      evaluation.get().writeFeatures(set, features, this::reportAsked);
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
    System.out.println(
        progressOutput.terminal().interactive() ? TerminalSanitizer.json(json) : json);
  }

  /// One line that is rewritten on a terminal, a line now and then elsewhere.
  private void reportAsked(int asked, int of) {
    continueUnlessInterrupted();
    var line = String.format(Locale.ROOT, "questions: %,d of %,d", asked, of);
    if (progressOutput.terminal().interactive()) {
      progressOutput.err().print('\r' + (asked < of ? line : " ".repeat(line.length()) + '\r'));
      progressOutput.err().flush();
    } else if (asked % BETWEEN_LINES == 0) {
      progressOutput.err().println(line);
    }
  }

  private void continueUnlessInterrupted() {
    if (shutdownGate.requested()) {
      throw new CancellationException();
    }
  }
}
