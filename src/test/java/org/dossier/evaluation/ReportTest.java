package org.dossier.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  private static final Report EARLIER =
      report(
          Trials.answered(Trials.wanting("kept", "red"), 0.9, "a", "It is red."),
          Trials.answered(Trials.wanting("lost", "red"), 0.8, "a", "It is red."),
          Trials.declined(Trials.wanting("won", "red"), 0.1),
          Trials.declined(Trials.toDecline("gone"), 0.2));

  private static final Report NOW =
      report(
          Trials.answered(Trials.wanting("kept", "red"), 0.9, "a", "It is red."),
          Trials.answered(Trials.wanting("lost", "red"), 0.8, "a", "It is \u001b[31mblue."),
          Trials.answered(Trials.wanting("won", "red"), 0.7, "a", "It is red."),
          Trials.answered(Trials.toDecline("new"), 0.6, "b", "So it is."));

  @Test
  void theTableShowsEachFailingQuestionWithWhatCameInstead() {
    var table = ReportTable.of(NOW, null, 20);

    assertThat(table)
        .contains("set.jsonl: 4 questions, 1 to decline, 0 follow-ups")
        .contains("archive: 1,585 articles, 9 passages, index generation 7")
        .contains("Failing questions: 2 of 4 (1 unfounded, 1 off target)")
        .contains("  1. [lost] What of lost?\n     expected  red\n     off target It is")
        .contains(
            "  2. [new] What of new?\n     expected  to be declined\n     unfounded So it is. [1]")
        .doesNotContain("[kept]")
        .doesNotContain("\u001b");
  }

  @Test
  void theTableAlignsItsFigures() {
    var figures =
        ReportTable.of(NOW, null, 0)
            .lines()
            .filter(line -> line.matches("  \\S.* [0-9.]+( %| ms)? +\\d+"))
            .toList();

    assertThat(figures).hasSizeGreaterThan(10);
    assertThat(figures).extracting(line -> line.codePointCount(0, line.length())).containsOnly(61);
  }

  @Test
  void moreFailuresThanAskedForAreCountedOnly() {
    assertThat(ReportTable.of(NOW, null, 1))
        .contains("[lost]")
        .doesNotContain("[new]")
        .contains("… and 1 more, not shown");
  }

  @Test
  void aReportWithoutFailuresSaysSo() {
    var report = report(Trials.declined(Trials.toDecline("1"), 0));

    assertThat(ReportTable.of(report, null, 20)).endsWith("\nNo question failed.\n");
  }

  @Test
  void theJsonHoldsFiguresSettingsAndEveryQuestion() throws IOException {
    var json = new ObjectMapper().readTree(ReportJson.of(NOW, null));

    assertThat(json.at("/measured/settings/dossier.answer.threshold").asText()).isEqualTo("0.5");
    assertThat(json.at("/measured/indexGeneration").asInt()).isEqualTo(7);
    assertThat(json.path("metrics"))
        .anySatisfy(metric -> {
          assertThat(metric.path("group").asText()).isEqualTo("abstention");
          assertThat(metric.path("name").asText()).isEqualTo("unfounded answers");
          assertThat(metric.path("value").asDouble()).isEqualTo(1);
        });
    assertThat(json.path("questions")).hasSize(4);
    assertThat(json.at("/questions/1/verdict").asText()).isEqualTo("off target");
    assertThat(json.at("/questions/1/expected/answers/0/0").asText()).isEqualTo("red");
    assertThat(json.at("/questions/3/citations/0/quote").asText()).isEqualTo("So it is.");
  }

  @Test
  void aComparisonShowsFiguresAndTurnedQuestions(@TempDir Path folder) throws IOException {
    var file = Files.writeString(folder.resolve("earlier.json"), ReportJson.of(EARLIER, null));

    var comparison = Comparison.of(EarlierReport.read(file), NOW);

    assertThat(comparison.common()).isEqualTo(3);
    assertThat(comparison.lost())
        .extracting(flip -> flip.now().gold().id())
        .containsExactly("lost");
    assertThat(comparison.won()).extracting(flip -> flip.now().gold().id()).containsExactly("won");
    assertThat(ReportTable.of(NOW, comparison, 20))
        .containsPattern("wrong refusals +33\\.3 % → +0\\.0 % +-33\\.3 %")
        .containsPattern("unfounded answers +0\\.0 % → +100\\.0 % +\\+100\\.0 %")
        .contains("Right before and no more: 1\n  [lost] What of lost? (right → off target)")
        .contains("Right now and not before: 1\n  [won] What of won? (declined → right)");
    var json = new ObjectMapper().readTree(ReportJson.of(NOW, comparison)).path("comparison");
    assertThat(json.at("/lost/0/id").asText()).isEqualTo("lost");
    assertThat(json.at("/won/0/before").asText()).isEqualTo("declined");
  }

  @Test
  void aReportComparedWithItselfHasNotChanged(@TempDir Path folder) throws IOException {
    var file = Files.writeString(folder.resolve("earlier.json"), ReportJson.of(NOW, null));

    var comparison = Comparison.of(EarlierReport.read(file), NOW);

    assertThat(comparison.changes()).hasSameSizeAs(NOW.metrics());
    assertThat(comparison.changes()).extracting(Comparison.Change::difference).containsOnly(0.0);
    assertThat(comparison.lost()).isEmpty();
    assertThat(comparison.won()).isEmpty();
  }

  @Test
  void anotherFileCannotBeComparedWith(@TempDir Path folder) throws IOException {
    var file = folder.resolve("other.json");

    Files.writeString(file, "{\"metrics\":{}}");
    assertThatThrownBy(() -> EarlierReport.read(file))
        .isInstanceOf(InvalidQuestionSetException.class)
        .hasMessageContaining(file + ": is not a report");
    Files.writeString(file, "nonsense");
    assertThatThrownBy(() -> EarlierReport.read(file)).hasMessageContaining("is not JSON");
  }

  private static Report report(Trial... trials) {
    var measured =
        new Report.Measured(1585, 9, 7, new TreeMap<>(Map.of("dossier.answer.threshold", "0.5")));
    return new Report("set.jsonl", measured, Metrics.of(List.of(trials)), List.of(trials));
  }
}
