package org.dossier.evaluation.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dossier.evaluation.EvaluatedQuestions;
import org.dossier.evaluation.InvalidQuestionSetException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationReportTest {
  private static final EvaluationReport EARLIER =
      report(
          EvaluatedQuestions.answered(
              EvaluatedQuestions.expecting("kept", "red"), 0.9, "a", "It is red."),
          EvaluatedQuestions.answered(
              EvaluatedQuestions.expecting("worse", "red"), 0.8, "a", "It is red."),
          EvaluatedQuestions.abstained(EvaluatedQuestions.expecting("better", "red"), 0.1),
          EvaluatedQuestions.abstained(EvaluatedQuestions.unanswerable("gone"), 0.2));

  private static final EvaluationReport NOW =
      report(
          EvaluatedQuestions.answered(
              EvaluatedQuestions.expecting("kept", "red"), 0.9, "a", "It is red."),
          EvaluatedQuestions.answered(
              EvaluatedQuestions.expecting("worse", "red"), 0.8, "a", "It is \u001b[31mblue."),
          EvaluatedQuestions.answered(
              EvaluatedQuestions.expecting("better", "red"), 0.7, "a", "It is red."),
          EvaluatedQuestions.answered(
              EvaluatedQuestions.unanswerable("new"), 0.6, "b", "So it is."));

  @Test
  void theTableShowsFailedQuestionsWithTheirReplies() {
    var table = EvaluationReportTable.format(NOW, null, 20);

    assertThat(table)
        .contains("set.jsonl: 4 questions, 1 to decline, 0 follow-ups")
        .contains("archive: 1,585 articles, 9 passages, index generation 7")
        .contains("Failed questions: 2 of 4 (1 not helpful, 1 overclaimed)")
        .contains(
            "  1. [worse] What of worse?\n     expected          red\n     not helpful       answered: It is")
        .contains(
            "  2. [new] What of new?\n     expected          no answer\n     overclaimed       answered: So it is. [1]")
        .doesNotContain("[kept]")
        .doesNotContain("\u001b");
  }

  @Test
  void theTableAlignsItsMetrics() {
    var figures =
        EvaluationReportTable.format(NOW, null, 0)
            .lines()
            .takeWhile(line -> !line.startsWith("By "))
            .filter(line -> line.matches("  \\S.* [0-9.]+( %| ms)? +\\d+"))
            .toList();

    assertThat(figures).hasSizeGreaterThan(10);
    assertThat(figures).extracting(line -> line.codePointCount(0, line.length())).containsOnly(61);
  }

  @Test
  void furtherFailuresAreOnlyCounted() {
    assertThat(EvaluationReportTable.format(NOW, null, 1))
        .contains("[worse]")
        .doesNotContain("[new]")
        .contains("… and 1 more, not shown");
  }

  @Test
  void aReportWithoutFailuresStatesIt() {
    var evaluationReport =
        report(EvaluatedQuestions.abstained(EvaluatedQuestions.unanswerable("1"), 0));

    assertThat(EvaluationReportTable.format(evaluationReport, null, 20))
        .endsWith("\nNo question failed.\n");
  }

  @Test
  void theJsonContainsMetricsSettingsAndQuestions() throws IOException {
    var json = new ObjectMapper().readTree(EvaluationReportJson.format(NOW, null));

    assertThat(json.at("/measured/settings/dossier.answer.min-confidence").asText())
        .isEqualTo("0.5");
    assertThat(json.at("/measured/indexGeneration").asInt()).isEqualTo(7);
    assertThat(json.path("metrics"))
        .anySatisfy(metric -> {
          assertThat(metric.path("group").asText()).isEqualTo("replies");
          assertThat(metric.path("name").asText()).isEqualTo("overclaimed");
          assertThat(metric.path("value").asDouble()).isEqualTo(1);
        });
    assertThat(json.path("questions")).hasSize(4);
    assertThat(json.at("/questions/1/judgement").asText()).isEqualTo("not helpful");
    assertThat(json.at("/questions/1/expected/answers/0/0").asText()).isEqualTo("red");
    assertThat(json.at("/questions/3/citations/0/quote").asText()).isEqualTo("So it is.");
    assertThat(json.at("/questions/3/expected/reply").asText()).isEqualTo("abstain");
    assertThat(json.at("/byType")).isEmpty();
  }

  @Test
  void typesAndKindsHaveTablesOfTheirOwn() throws IOException {
    var evaluationReport =
        report(
            EvaluatedQuestions.answered(
                EvaluatedQuestions.typed(
                    "why", EvaluatedQuestions.expectingNuggets("1", "red", "round")),
                0.9,
                "a",
                "It is red."),
            EvaluatedQuestions.abstained(
                EvaluatedQuestions.typed("why", EvaluatedQuestions.expectingNuggets("2", "blue")),
                0.1),
            EvaluatedQuestions.about(
                EvaluatedQuestions.typed("meta", EvaluatedQuestions.expectingReply("3")),
                "I answer."));

    var table = EvaluationReportTable.format(evaluationReport, null, 20);
    var json = new ObjectMapper().readTree(EvaluationReportJson.format(evaluationReport, null));

    assertThat(table)
        .containsPattern("By type +questions +correct +answered")
        .containsPattern("  meta +1 +1 +0 +0 +0 +1 +0\n")
        .containsPattern("  why +2 +1 +1 +0 +0 +0 +1 +25\\.0 %\n")
        .containsPattern("By kind of question +questions")
        .containsPattern("  fact +3 +2 ")
        .contains("refused           abstained: weak evidence, It does not say. (nuggets 0 of 1,");
    assertThat(json.at("/byType/1/name").asText()).isEqualTo("why");
    assertThat(json.at("/byType/1/correct").asInt()).isEqualTo(1);
    assertThat(json.at("/byType/1/outcomes/abstained").asInt()).isEqualTo(1);
    assertThat(json.at("/byType/1/nuggets").asDouble()).isEqualTo(0.25);
    assertThat(json.at("/byKind/0/name").asText()).isEqualTo("fact");
    assertThat(json.at("/questions/0/type").asText()).isEqualTo("why");
    assertThat(json.at("/questions/0/outcome").asText()).isEqualTo("answered");
    assertThat(json.at("/questions/0/kind").asText()).isEqualTo("fact");
    assertThat(json.at("/questions/0/nuggets/found").asInt()).isEqualTo(1);
    assertThat(json.at("/questions/0/nuggets/of").asInt()).isEqualTo(2);
    assertThat(json.at("/questions/2/text").asText()).isEqualTo("I answer.");
  }

  @Test
  void aComparisonShowsMetricsAndChangedJudgements(@TempDir Path folder) throws IOException {
    var file =
        Files.writeString(
            folder.resolve("earlier.json"), EvaluationReportJson.format(EARLIER, null));

    var comparison = Comparison.of(BaselineReport.read(file), NOW);

    assertThat(comparison.common()).isEqualTo(3);
    assertThat(comparison.regressed())
        .extracting(judgementChange -> judgementChange.now().gold().id())
        .containsExactly("worse");
    assertThat(comparison.improved())
        .extracting(judgementChange -> judgementChange.now().gold().id())
        .containsExactly("better");
    assertThat(EvaluationReportTable.format(NOW, comparison, 20))
        .containsPattern("refused +33\\.3 % → +0\\.0 % +-33\\.3 %")
        .containsPattern("overclaimed +0\\.0 % → +100\\.0 % +\\+100\\.0 %")
        .contains("Regressed: 1\n  [worse] What of worse? (helpful → not helpful)")
        .contains("Improved: 1\n  [better] What of better? (refused → helpful)");
    var json =
        new ObjectMapper()
            .readTree(EvaluationReportJson.format(NOW, comparison))
            .path("comparison");
    assertThat(json.at("/regressed/0/id").asText()).isEqualTo("worse");
    assertThat(json.at("/improved/0/before").asText()).isEqualTo("refused");
  }

  @Test
  void aReportEqualsItself(@TempDir Path folder) throws IOException {
    var file =
        Files.writeString(folder.resolve("earlier.json"), EvaluationReportJson.format(NOW, null));

    var comparison = Comparison.of(BaselineReport.read(file), NOW);

    assertThat(comparison.changes()).hasSameSizeAs(NOW.metrics());
    assertThat(comparison.changes()).extracting(Comparison.Change::difference).containsOnly(0.0);
    assertThat(comparison.regressed()).isEmpty();
    assertThat(comparison.improved()).isEmpty();
  }

  @Test
  void filesOfAnotherKindAreRejected(@TempDir Path folder) throws IOException {
    var file = folder.resolve("other.json");

    Files.writeString(file, "{\"metrics\":{}}");
    assertThatThrownBy(() -> BaselineReport.read(file))
        .isInstanceOf(InvalidQuestionSetException.class)
        .hasMessageContaining(file + ": is not an evaluation report");
    Files.writeString(
        file, "{\"metrics\":[],\"questions\":[{\"id\":\"1\",\"judgement\":\"correct\"}]}");
    assertThatThrownBy(() -> BaselineReport.read(file))
        .hasMessageContaining("unknown judgement “correct”: write the report again");
    Files.writeString(file, "nonsense");
    assertThatThrownBy(() -> BaselineReport.read(file)).hasMessageContaining("is not JSON");
  }

  private static EvaluationReport report(EvaluatedQuestion... trials) {
    var measured =
        new EvaluationReport.Measured(
            1585, 9, 7, new TreeMap<>(Map.of("dossier.answer.min-confidence", "0.5")));
    return new EvaluationReport(
        "set.jsonl", measured, Metrics.compute(List.of(trials)), List.of(trials));
  }
}
