package org.dossier.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dossier.archive.Archive;
import org.dossier.cli.startup.ArchiveBootstrap;
import org.dossier.cli.startup.ShutdownGate;
import org.dossier.cli.terminal.ProgressOutput;
import org.dossier.cli.terminal.Terminal;
import org.dossier.evaluation.verification.LabelledClaimSet;
import org.dossier.evaluation.verification.VerificationEvaluation;
import org.dossier.evaluation.verification.VerificationEvaluation.Sampling;
import org.dossier.evaluation.verification.VerificationReport;
import org.dossier.evaluation.verification.VerificationReportText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Measures the verification of statements.
@CommandLine.Command(
    name = "eval-check",
    description = {
      "Make true and false statements from the archive's sentences, and count how many false ones"
          + " are accepted and how many true ones are rejected. docs/explanation/verification.md explains the figures."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all statements were verified, regardless of the verdicts",
      "1:something failed",
      "2:the command line is invalid"
    })
public final class EvalCheckCommand implements Command {
  private static final int PROGRESS_INTERVAL = 500;
  private static final int STATEMENTS = 200;
  private static final int FAILURES = 20;

  @Option(
      names = "--claims",
      paramLabel = "FILE",
      description =
          "Measure on these claims instead, which people wrote and labelled: JSON Lines, plain or"
              + " gzipped. No archive is needed.")
  @Nullable Path claims;

  @Option(
      names = "--held-out",
      description = "Use only every second claim: those that --fit does not use.")
  boolean heldOut;

  @Option(
      names = "--statements",
      paramLabel = "N",
      description = "The maximum number of statements of each kind (default: 200).")
  int statements = STATEMENTS;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The seed that selects sentences and their changes (default: 1).")
  long seed = 1;

  @Option(
      names = "--fit",
      description =
          "Fit the weights to this archive and every second claim, and print them as settings.")
  boolean fit;

  @Option(
      names = "--failures",
      paramLabel = "N",
      description = "The number of wrong verdicts to show (default: 20).")
  int failures = FAILURES;

  @Option(names = "--json", description = "Print the report as JSON.")
  boolean json;

  @Mixin CommonOptions common = new CommonOptions();

  @Override
  public boolean usesDataFolder() {
    return claims == null || fit;
  }

  @Override
  public Optional<String> fault() {
    if (statements < 1) {
      return Optional.of("--statements must be at least 1: " + statements);
    }
    if (failures < 0) {
      return Optional.of("--failures must be at least 0: " + failures);
    }
    return fit && claims == null ? Optional.of("--fit requires --claims FILE") : Optional.empty();
  }

  @Override
  public Map<String, String> settings() {
    return Command.withoutServing(common);
  }

  @Override
  public int run(CommandContext context) {
    var shutdownGate = context.get(ShutdownGate.class);
    var output = context.get(ProgressOutput.class);
    shutdownGate.during(
        () ->
            evaluate(
                context,
                output.terminal(),
                checked -> {
                  shutdownGate.throwIfRequested();
                  reportProgress(checked, output);
                }),
        () -> output.err().println("Interrupted."));
    return shutdownGate.requested() ? ShutdownGate.EXIT_CODE : 0;
  }

  private void evaluate(
      CommandContext context, Terminal terminal, VerificationEvaluation.Progress progress) {
    var evaluation = context.get(VerificationEvaluation.class);
    var sampling = new Sampling(statements, seed);
    if (claims == null) {
      print(List.of(evaluation.ofArchive(archive(context), sampling, progress)), terminal);
      return;
    }
    var labelled = LabelledClaimSet.read(claims);
    if (fit) {
      var weights = evaluation.learn(archive(context), sampling, labelled);
      System.out.print(VerificationReportText.settings(weights));
    } else {
      print(evaluation.ofClaims(heldOut ? labelled.heldOut() : labelled, progress), terminal);
    }
  }

  private static Archive archive(CommandContext context) {
    context.get(ArchiveBootstrap.class).open();
    return context.get(Archive.class);
  }

  private void print(List<VerificationReport> reports, Terminal terminal) {
    if (json) {
      System.out.println(terminal.json(VerificationReportText.json(reports)));
      return;
    }
    for (var report : reports) {
      System.out.println(VerificationReportText.table(report, failures));
    }
  }

  /// On a terminal, one line that is rewritten; elsewhere, a line per [#PROGRESS_INTERVAL]
  /// statements.
  private static void reportProgress(int statements, ProgressOutput output) {
    var line = String.format(Locale.ROOT, "statements: %,d", statements);
    if (output.terminal().interactive()) {
      output.err().print('\r' + line + '\r');
      output.err().flush();
    } else if (statements % PROGRESS_INTERVAL == 0) {
      output.err().println(line);
    }
  }
}
