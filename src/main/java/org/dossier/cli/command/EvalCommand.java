package org.dossier.cli.command;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.dossier.cli.startup.ArchiveBootstrap;
import org.dossier.cli.startup.EmbeddingProgress;
import org.dossier.cli.startup.ShutdownGate;
import org.dossier.cli.terminal.ProgressOutput;
import org.dossier.cli.terminal.QuestionProgress;
import org.dossier.cli.terminal.Terminal;
import org.dossier.evaluation.question.BaselineReport;
import org.dossier.evaluation.question.Comparison;
import org.dossier.evaluation.question.Evaluation;
import org.dossier.evaluation.question.EvaluationReportJson;
import org.dossier.evaluation.question.EvaluationReportTable;
import org.dossier.evaluation.question.Features;
import org.dossier.evaluation.question.QuestionSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Measures the answers of the archive on a question set.
@CommandLine.Command(
    name = "eval",
    description = {
      "Ask every question of a set with known answers, and measure retrieval, replies, outcomes"
          + " and latency. docs/measurements/evaluation.md describes the format of the set and the figures."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all questions were asked, regardless of the replies",
      "1:something failed",
      "2:the command line is invalid"
    })
public final class EvalCommand implements Command {
  private static final int FAILURES = 20;

  // Set by picocli.
  @Parameters(
      paramLabel = "QUESTIONS",
      description = "The question set: JSON Lines, plain or gzipped.")
  @SuppressWarnings("NullAway.Init")
  Path questions;

  @Option(names = "--json", description = "Print the report as JSON.")
  boolean json;

  @Option(
      names = "--compare",
      paramLabel = "OLD.json",
      description = "Show the changes since a report that was written with --json.")
  @Nullable Path earlier;

  @Option(
      names = "--features",
      paramLabel = "FILE",
      description =
          "Write the features of each candidate answer to FILE, for training weights, and do not"
              + " answer.")
  @Nullable Path features;

  @Option(
      names = "--failures",
      paramLabel = "N",
      description = "The number of failed questions to show (default: 20).")
  int failures = FAILURES;

  @Mixin ModelOption model = new ModelOption();
  @Mixin CommonOptions common = new CommonOptions();

  @Override
  public Optional<String> fault() {
    return failures < 0
        ? Optional.of("--failures must be at least 0: " + failures)
        : Optional.empty();
  }

  @Override
  public Map<String, String> settings() {
    var settings = Command.withoutServing(common);
    model.addTo(settings);
    return settings;
  }

  @Override
  public int run(CommandContext context) {
    // Faults in the files are reported before anything slow begins.
    var set = QuestionSet.read(questions);
    var baseline = earlier == null ? null : BaselineReport.read(earlier);
    context.get(ArchiveBootstrap.class).open();
    var shutdownGate = context.get(ShutdownGate.class);
    var output = context.get(ProgressOutput.class);
    shutdownGate.during(
        () -> {
          // Without vectors the figures would measure lexical search alone.
          context.get(EmbeddingProgress.class).complete();
          shutdownGate.throwIfRequested();
          evaluate(
              context.get(Evaluation.class),
              set,
              baseline,
              output.terminal(),
              (asked, all) -> {
                shutdownGate.throwIfRequested();
                QuestionProgress.report(asked, all, output);
              });
        },
        () -> output.err().println("Interrupted."));
    return shutdownGate.requested() ? ShutdownGate.EXIT_CODE : 0;
  }

  private void evaluate(
      Evaluation evaluation,
      QuestionSet set,
      @Nullable BaselineReport baseline,
      Terminal terminal,
      Evaluation.Progress progress) {
    if (features != null) {
      try (var file = new Features(features)) {
        evaluation.writeFeatures(set, file, progress);
      }
      return;
    }
    var report = evaluation.run(set, progress);
    var comparison = baseline == null ? null : Comparison.of(baseline, report);
    if (json) {
      System.out.println(terminal.json(EvaluationReportJson.format(report, comparison)));
    } else {
      System.out.print(EvaluationReportTable.format(report, comparison, failures));
    }
  }
}
