package org.dossier.evaluation.verification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.List;
import org.dossier.evaluation.ReportText;
import org.dossier.verification.SimilarityFeatures;
import org.dossier.verification.Verdict.Supported;
import org.dossier.verification.Verdict.Unsupported;

/// The plain-text and JSON forms of verification reports.
public final class VerificationReportText {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private VerificationReportText() {}

  /// A table with one kind per line, then the statements with a wrong verdict.
  ///
  /// @param failures maximum number of those statements that are shown
  public static String table(VerificationReport report, int failures) {
    var text = new ReportText();
    text.line("%s", report.measured());
    text.line("");
    text.line("%-38s %10s %10s", "False statements", "statements", "accepted");
    report.figures().stream().filter(f -> !f.truth()).forEach(f -> figures(text, f));
    figures(text, report.all(false));
    text.line("");
    text.line("%-38s %10s %10s", "True statements", "statements", "rejected");
    report.figures().stream().filter(f -> f.truth()).forEach(f -> figures(text, f));
    figures(text, report.all(true));
    report
        .areaUnderRoc()
        .ifPresent(area -> {
          text.line("");
          text.line("%-38s %10.3f", "Area under ROC of the support", area);
        });
    tradeOffs(text, report.tradeOffs());
    failures(text, report, failures);
    return text.toString();
  }

  private static void figures(ReportText text, VerificationReport.Figures figures) {
    if (figures.statements() > 0) {
      text.line(
          "  %-36s %10d %8.1f %%", figures.kind(), figures.statements(), 100 * figures.share());
    }
  }

  private static void tradeOffs(ReportText text, List<VerificationReport.TradeOff> tradeOffs) {
    if (!tradeOffs.isEmpty()) {
      text.line("");
      text.line("%-38s %10s %10s", "dossier.verification.min-support", "false", "true");
      text.line("%-38s %10s %10s", "", "accepted", "rejected");
    }
    for (var tradeOff : tradeOffs) {
      text.line(
          "  %-36.2f %8.1f %% %8.1f %%",
          tradeOff.minSupport(), 100 * tradeOff.falseAccepted(), 100 * tradeOff.trueRejected());
    }
  }

  private static void failures(ReportText text, VerificationReport report, int max) {
    int number = 1;
    for (var failure : report.failures().stream().limit(max).toList()) {
      text.line("");
      text.line("%3d. %s: %s", number++, failure.kind(), reason(failure));
      text.line("     statement  %s", ReportText.shorten(failure.text()));
      if (!failure.original().equals(failure.text())) {
        text.line("     made from  %s", ReportText.shorten(failure.original()));
      }
    }
  }

  private static String reason(CheckedStatement trial) {
    return switch (trial.verdict()) {
      case Supported supported -> "supported (%.2f)".formatted(supported.support());
      case Unsupported unsupported ->
          "%s (%.2f)".formatted(unsupported.detail(), unsupported.support());
    };
  }

  /// The complete report: the results by kind, and every statement with its verdict.
  public static String json(List<VerificationReport> reports) {
    var json = JSON.createArrayNode();
    for (var report : reports) {
      var node = json.addObject();
      node.put("measured", report.measured());
      report.areaUnderRoc().ifPresent(area -> node.put("areaUnderRoc", area));
      var kinds = node.putArray("kinds");
      for (var figures : report.figures()) {
        var kind = kinds.addObject();
        kind.put("kind", figures.kind());
        kind.put("truth", figures.truth());
        kind.put("statements", figures.statements());
        kind.put("wrong", figures.wrong());
      }
      var curve = node.putArray("tradeOffs");
      for (var tradeOff : report.tradeOffs()) {
        var point = curve.addObject();
        point.put("minSupport", tradeOff.minSupport());
        point.put("falseAccepted", tradeOff.falseAccepted());
        point.put("trueRejected", tradeOff.trueRejected());
      }
      var statements = node.putArray("statements");
      for (var trial : report.statements()) {
        var statement = statements.addObject();
        statement.put("kind", trial.kind());
        statement.put("truth", trial.truth());
        statement.put("text", trial.text());
        statement.put("right", trial.isCorrect());
        statement.put("support", trial.verdict().support());
        if (trial.verdict() instanceof Unsupported unsupported) {
          statement.put("reason", unsupported.reason().label());
          statement.put("detail", unsupported.detail());
        }
      }
    }
    try {
      return JSON.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write the report as JSON", e);
    }
  }

  /// Learned weights in the form of settings.
  public static String settings(List<Double> weights) {
    var text = new ReportText();
    text.line("dossier.verification.weights.bias=%.3f", weights.getFirst());
    for (int i = 0; i < SimilarityFeatures.NAMES.size(); i++) {
      text.line(
          "dossier.verification.weights.%s=%.3f",
          SimilarityFeatures.NAMES.get(i), weights.get(i + 1));
    }
    return text.toString();
  }
}
