package org.dossier.cli;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.dossier.archive.Archive;
import org.dossier.cli.command.EvalCheckCommand;
import org.dossier.cli.startup.ArchiveBootstrap;
import org.dossier.cli.startup.ShutdownGate;
import org.dossier.cli.terminal.ProgressOutput;
import org.dossier.cli.terminal.TerminalSanitizer;
import org.dossier.evaluation.verification.LabelledClaimSet;
import org.dossier.evaluation.verification.VerificationEvaluation;
import org.dossier.evaluation.verification.VerificationEvaluation.Sampling;
import org.dossier.evaluation.verification.VerificationReport;
import org.dossier.evaluation.verification.VerificationReportText;

/// Measures the checker and prints the report.
@Singleton
public final class EvalCheckAction {
  private static final int BETWEEN_LINES = 500;

  private final ArchiveBootstrap archiveBootstrap;
  private final Instance<Archive> archive;
  private final VerificationEvaluation evaluation;
  private final ProgressOutput progressOutput;
  private final ShutdownGate shutdownGate;

  EvalCheckAction(
      ArchiveBootstrap archiveBootstrap,
      Instance<Archive> archive,
      VerificationEvaluation evaluation,
      ProgressOutput progressOutput,
      ShutdownGate shutdownGate) {
    this.archiveBootstrap = archiveBootstrap;
    this.archive = archive;
    this.evaluation = evaluation;
    this.progressOutput = progressOutput;
    this.shutdownGate = shutdownGate;
  }

  /// Measures as the command says.
  ///
  /// @return the exit code: 0, whatever came of it
  public int evaluate(EvalCheckCommand command) {
    shutdownGate.during(() -> run(command), () -> progressOutput.err().println("Interrupted."));
    return shutdownGate.requested() ? ShutdownGate.EXIT_CODE : 0;
  }

  private void run(EvalCheckCommand command) {
    var sampling = new Sampling(command.statements, command.seed);
    if (command.claims == null) {
      archiveBootstrap.open();
      print(command, List.of(evaluation.ofArchive(archive.get(), sampling, this::reportChecked)));
      return;
    }
    var claims = LabelledClaimSet.read(command.claims);
    if (command.fit) {
      archiveBootstrap.open();
      System.out.print(
          VerificationReportText.settings(evaluation.learn(archive.get(), sampling, claims)));
      return;
    }
    var measured = command.heldOut ? claims.heldOut() : claims;
    print(command, evaluation.ofClaims(measured, this::reportChecked));
  }

  private void print(EvalCheckCommand command, List<VerificationReport> reports) {
    if (command.json) {
      var json = VerificationReportText.json(reports);
      System.out.println(
          progressOutput.terminal().interactive() ? TerminalSanitizer.json(json) : json);
      return;
    }
    for (var report : reports) {
      System.out.println(VerificationReportText.table(report, command.failures));
    }
  }

  /// One line that is rewritten on a terminal, a line now and then elsewhere.
  private void reportChecked(int statements) {
    if (shutdownGate.requested()) {
      throw new CancellationException();
    }
    var line = String.format(Locale.ROOT, "statements: %,d", statements);
    if (progressOutput.terminal().interactive()) {
      progressOutput.err().print('\r' + line + '\r');
      progressOutput.err().flush();
    } else if (statements % BETWEEN_LINES == 0) {
      progressOutput.err().println(line);
    }
  }
}
