package org.dossier.cli.command;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.dossier.cli.startup.ArchiveBootstrap;
import org.dossier.cli.startup.EmbeddingProgress;
import org.dossier.cli.startup.ShutdownGate;
import org.dossier.cli.terminal.ProgressOutput;
import org.dossier.cli.terminal.QuestionProgress;
import org.dossier.database.DataFolder;
import org.dossier.evaluation.calibration.Calibration;
import org.dossier.evaluation.calibration.CalibrationFile;
import org.dossier.evaluation.calibration.CalibrationReport;
import org.dossier.evaluation.calibration.CalibrationReportText;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Fits the confidence threshold to the archive.
@CommandLine.Command(
    name = "calibrate",
    description = {
      "Find the confidence threshold that suits the archive. Questions made from its own articles"
          + " are asked twice: with their article, and as if the archive lacked it."
          + " docs/how-to/operating.md explains the figures."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all questions were asked, regardless of the replies",
      "1:something failed, or the archive gives fewer than 20 questions",
      "2:the command line is invalid"
    })
public final class CalibrateCommand implements Command {
  private static final int QUESTIONS = 200;
  private static final int OVERCLAIMED = 10;
  private static final int ALL = 100;

  @Option(
      names = "--questions",
      paramLabel = "N",
      description = "The maximum number of questions, at least 20 (default: 200).")
  int questions = QUESTIONS;

  @Option(
      names = "--overclaimed",
      paramLabel = "PERCENT",
      description =
          "The maximum share of questions that are answered without their article, 0 to 100"
              + " (default: 10).")
  int overclaimed = OVERCLAIMED;

  @Option(
      names = "--write",
      description =
          "Write the threshold to calibration.properties in the data folder; later commands use it.")
  boolean write;

  @Option(names = "--json", description = "Print the figures as JSON.")
  boolean json;

  @Mixin CommonOptions common = new CommonOptions();

  @Override
  public Optional<String> fault() {
    if (questions < Calibration.MIN_QUESTIONS) {
      return Optional.of(
          "--questions must be at least %d: %d".formatted(Calibration.MIN_QUESTIONS, questions));
    }
    return overclaimed < 0 || overclaimed > ALL
        ? Optional.of("--overclaimed must be from 0 to 100: " + overclaimed)
        : Optional.empty();
  }

  @Override
  public Map<String, String> settings() {
    var settings = Command.withoutServing(common);
    // The effect of every threshold is computed from the replies without one.
    settings.put(Calibration.SETTING, "0");
    return settings;
  }

  @Override
  public int run(CommandContext context) {
    context.get(ArchiveBootstrap.class).open();
    var shutdownGate = context.get(ShutdownGate.class);
    var output = context.get(ProgressOutput.class);
    shutdownGate.during(
        () -> {
          // Without vectors the threshold would suit lexical search alone.
          context.get(EmbeddingProgress.class).complete();
          shutdownGate.throwIfRequested();
          var report =
              context
                  .get(Calibration.class)
                  .run(
                      questions,
                      (double) overclaimed / ALL,
                      (asked, all) -> {
                        shutdownGate.throwIfRequested();
                        QuestionProgress.report(asked, all, output);
                      });
          print(report, output);
          if (write) {
            write(report, context, output);
          }
        },
        () -> output.err().println("Interrupted."));
    return shutdownGate.requested() ? ShutdownGate.EXIT_CODE : 0;
  }

  private void print(CalibrationReport report, ProgressOutput output) {
    if (json) {
      System.out.println(output.terminal().json(CalibrationReportText.json(report)));
    } else {
      System.out.print(CalibrationReportText.table(report));
    }
  }

  private static void write(
      CalibrationReport report, CommandContext context, ProgressOutput output) {
    var clock = context.get(Clock.class);
    var file = new CalibrationFile(context.get(DataFolder.class).path());
    file.write(report, LocalDate.now(clock));
    output.err().println("Written to " + file.path() + "; the next start uses it.");
  }
}
