package org.dossier.evaluation.calibration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.dossier.evaluation.ReportText;

/// The forms of a report: a table, and JSON.
public final class CalibrationReportText {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final String ROW = "%9s %18s %18s %26s";

  private CalibrationReportText() {}

  /// The table of thresholds, and the recommended one.
  public static String table(CalibrationReport report) {
    var text = new ReportText();
    var archive = report.archive();
    text.line(
        "%,d questions made from an archive of %,d articles",
        report.questions().size(), archive.articles());
    text.line(
        "%s of the replies show the sentence that the question was made from",
        percent(report.found()));
    text.line("");
    text.line(
        ROW, "threshold", "answered rightly", "answered otherwise", "answered without article");
    report.effects().forEach(effect -> line(effect, text));
    text.line("");
    var recommended = report.recommended();
    text.line(
        "The least threshold with at most %s answered without article:",
        percent(report.maxOverclaimed()));
    line(recommended, text);
    text.line("");
    text.line("%s", CalibrationFile.setting(recommended));
    return text.toString();
  }

  /// The same figures and each question as JSON; shares are numbers from 0 to 1.
  public static String json(CalibrationReport report) {
    var json = JSON.createObjectNode();
    json.put("articles", report.archive().articles());
    json.put("change", report.archive().sequence());
    json.put("found", report.found());
    json.put("maxOverclaimed", report.maxOverclaimed());
    var effects = json.putArray("thresholds");
    report.effects().forEach(effect -> write(effect, effects.addObject()));
    write(report.recommended(), json.putObject("recommended"));
    var questions = json.putArray("questions");
    report.questions().forEach(asked -> write(asked, questions.addObject()));
    try {
      return JSON.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write the report as JSON", e);
    }
  }

  private static void line(ThresholdEffect effect, ReportText text) {
    text.line(
        ROW,
        String.format(Locale.ROOT, "%.2f", effect.threshold()),
        percent(effect.right()),
        percent(effect.other()),
        percent(effect.overclaimed()));
  }

  private static void write(ThresholdEffect effect, ObjectNode json) {
    json.put("threshold", effect.threshold());
    json.put("right", effect.right());
    json.put("other", effect.other());
    json.put("overclaimed", effect.overclaimed());
  }

  private static void write(AskedQuestion asked, ObjectNode json) {
    json.put("question", asked.question());
    json.put("article", asked.article());
    write(asked.present(), json.putObject("present"));
    write(asked.withheld(), json.putObject("withheld"));
  }

  private static void write(Trial trial, ObjectNode json) {
    json.put("answered", trial.answered());
    json.put("confidence", trial.confidence());
    json.put("right", trial.right());
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }
}
