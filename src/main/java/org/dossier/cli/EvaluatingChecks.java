package org.dossier.cli;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.dossier.corpus.Archive;
import org.dossier.evaluation.LabelledClaimSet;
import org.dossier.evaluation.VerificationEvaluation;
import org.dossier.evaluation.VerificationEvaluation.Sampling;
import org.dossier.evaluation.VerificationReport;
import org.dossier.evaluation.VerificationReportText;

/// Measures the checker and prints the report.
@Singleton
final class EvaluatingChecks {
  private static final int BETWEEN_LINES = 500;

  private final Opening opening;
  private final Instance<Archive> archive;
  private final VerificationEvaluation evaluation;
  private final Screen screen;
  private final Interruption interruption;

  EvaluatingChecks(
      Opening opening,
      Instance<Archive> archive,
      VerificationEvaluation evaluation,
      Screen screen,
      Interruption interruption) {
    this.opening = opening;
    this.archive = archive;
    this.evaluation = evaluation;
    this.screen = screen;
    this.interruption = interruption;
  }

  /// Measures as the command says.
  ///
  /// @return the exit code: 0, whatever came of it
  int evaluate(EvalCheckCommand command) {
    interruption.during(() -> run(command), () -> screen.err().println("Interrupted."));
    return interruption.requested() ? Interruption.EXIT_CODE : 0;
  }

  private void run(EvalCheckCommand command) {
    var sampling = new Sampling(command.statements, command.seed);
    if (command.claims == null) {
      opening.open();
      print(command, List.of(evaluation.ofArchive(archive.get(), sampling, this::checked)));
      return;
    }
    var claims = LabelledClaimSet.read(command.claims);
    if (command.learn) {
      opening.open();
      System.out.print(
          VerificationReportText.settings(evaluation.learn(archive.get(), sampling, claims)));
      return;
    }
    var measured = command.heldOut ? claims.heldOut() : claims;
    print(command, evaluation.ofClaims(measured, this::checked));
  }

  private void print(EvalCheckCommand command, List<VerificationReport> reports) {
    if (command.json) {
      var json = VerificationReportText.json(reports);
      System.out.println(screen.terminal().interactive() ? Printable.json(json) : json);
      return;
    }
    for (var report : reports) {
      System.out.println(VerificationReportText.table(report, command.failures));
    }
  }

  /// One line that is rewritten on a terminal, a line now and then elsewhere.
  private void checked(int statements) {
    if (interruption.requested()) {
      throw new CancellationException();
    }
    var line = String.format(Locale.ROOT, "statements: %,d", statements);
    if (screen.terminal().interactive()) {
      screen.err().print('\r' + line + '\r');
      screen.err().flush();
    } else if (statements % BETWEEN_LINES == 0) {
      screen.err().println(line);
    }
  }
}
