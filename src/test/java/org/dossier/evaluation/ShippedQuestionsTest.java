package org.dossier.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.dossier.evaluation.question.EvaluationReport;
import org.dossier.evaluation.question.GoldQuestion;
import org.dossier.evaluation.question.QuestionSet;
import org.dossier.ingestion.Ingestion;
import org.dossier.ingestion.IngestionProgress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The questions that were written for the articles in `corpus/`.
class ShippedQuestionsTest {
  private static QuestionSet questions;
  private static EvaluationReport evaluationReport;

  @BeforeAll
  static void ask(@TempDir Path folder) throws InterruptedException, URISyntaxException {
    var file = ShippedQuestionsTest.class.getResource("questions.jsonl");
    questions = QuestionSet.read(Path.of(Objects.requireNonNull(file).toURI()));
    var shipped = List.of(Path.of("corpus"));
    try (var evaluationFixture =
        new EvaluationFixture(
            folder,
            archive ->
                new Ingestion(archive, Clock.systemUTC()).run(shipped, IngestionProgress.NONE))) {
      evaluationReport = evaluationFixture.evaluation().run(questions, (_, _) -> {});
    }
  }

  @Test
  void aThirdRequiresAbstentionAndSomeAreFollowUps() {
    var all = questions.questions();

    assertThat(all.stream().filter(GoldQuestion::abstain).count() * 3)
        .isGreaterThanOrEqualTo(all.size());
    assertThat(all.stream().filter(GoldQuestion::isFollowUp)).hasSizeGreaterThanOrEqualTo(5);
  }

  @Test
  void everyExpectedArticleExistsAndIsRetrieved() {
    var expected = new HashSet<String>();
    questions.questions().forEach(question -> expected.addAll(question.articles()));

    assertThat(evaluationReport.measured().articles()).isEqualTo(5);
    assertThat(expected).hasSize(5);
    assertThat(value("retrieval", "recall@5")).isEqualTo(1);
  }

  @Test
  void metricsMeetTheirThresholds() {
    assertThat(value("retrieval", "nDCG@10")).isGreaterThan(0.95);
    assertThat(value("retrieval", "answer recall@5")).isGreaterThan(0.95);
    assertThat(value("answers", "expected answer in the text")).isGreaterThan(0.8);
    assertThat(value("replies", "helpful")).isGreaterThan(0.8);
    assertThat(value("replies", "overclaimed")).isLessThan(0.1);
    assertThat(value("confidence", "area under ROC")).isGreaterThan(0.92);
  }

  private static double value(String group, String name) {
    return evaluationReport.metrics().stream()
        .filter(metric -> metric.group().equals(group) && metric.name().equals(name))
        .findFirst()
        .orElseThrow()
        .value();
  }
}
