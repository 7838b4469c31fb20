package org.dossier.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.dossier.evaluation.question.EvaluationReport;
import org.dossier.evaluation.question.GoldQuestion;
import org.dossier.evaluation.question.QuestionSet;
import org.dossier.ingestion.Ingestion;
import org.dossier.ingestion.IngestionProgress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The questions that were written for the articles in `corpus/`: questions for facts, and natural
/// questions of every type.
class ShippedQuestionsTest {
  private static final Path CORPUS = Path.of("corpus");

  private static QuestionSet facts;
  private static QuestionSet natural;
  private static EvaluationReport reportOnFacts;
  private static EvaluationReport reportOnNatural;

  @BeforeAll
  static void ask(@TempDir Path folder) throws InterruptedException, URISyntaxException {
    var file = ShippedQuestionsTest.class.getResource("questions.jsonl");
    var all = QuestionSet.read(Path.of(Objects.requireNonNull(file).toURI())).questions();
    facts = new QuestionSet("facts", only(all, question -> question.type() == null));
    natural = new QuestionSet("natural", only(all, question -> question.type() != null));
    try (var evaluationFixture =
        new EvaluationFixture(
            folder,
            archive ->
                new Ingestion(archive, Clock.systemUTC())
                    .run(List.of(CORPUS), IngestionProgress.NONE))) {
      reportOnFacts = evaluationFixture.evaluation().run(facts, (_, _) -> {});
      reportOnNatural = evaluationFixture.evaluation().run(natural, (_, _) -> {});
    }
  }

  private static List<GoldQuestion> only(
      List<GoldQuestion> questions, Predicate<GoldQuestion> condition) {
    return questions.stream().filter(condition).toList();
  }

  @Test
  void aThirdRequiresAbstentionAndSomeAreFollowUps() {
    var all = facts.questions();

    assertThat(all.stream().filter(GoldQuestion::abstain).count() * 3)
        .isGreaterThanOrEqualTo(all.size());
    assertThat(all.stream().filter(GoldQuestion::isFollowUp)).hasSizeGreaterThanOrEqualTo(5);
  }

  @Test
  void naturalQuestionsAreOfEveryType() {
    assertThat(natural.questions())
        .extracting(GoldQuestion::type)
        .contains(
            "overview",
            "tell-me",
            "what-happened",
            "said",
            "why",
            "how",
            "yes-no",
            "list",
            "compare",
            "latest",
            "timeline",
            "keywords",
            "alias",
            "typo",
            "small-talk",
            "meta",
            "other-language",
            "follow-up",
            "near-miss",
            "false-premise",
            "off-topic");
    assertThat(natural.questions().stream().filter(GoldQuestion::abstain).count() * 5)
        .isGreaterThanOrEqualTo(natural.questions().size());
  }

  /// A nugget in other words than those of the articles could not be quoted.
  @Test
  void nuggetsAreWordsOfTheExpectedArticles() throws IOException {
    for (var question : natural.questions()) {
      if (question.articles().isEmpty()) {
        continue;
      }
      var texts = new StringBuilder();
      for (var article : question.articles()) {
        texts.append(Files.readString(CORPUS.resolve(article + ".md"))).append('\n');
      }
      for (var nugget : question.expected().nuggets().groups()) {
        for (var words : nugget) {
          assertThat(texts).as(question.id()).containsIgnoringCase(words);
        }
      }
    }
  }

  @Test
  void everyExpectedArticleExistsAndIsRetrieved() {
    var expected = new HashSet<String>();
    facts.questions().forEach(question -> expected.addAll(question.articles()));

    assertThat(reportOnFacts.measured().articles()).isEqualTo(5);
    assertThat(expected).hasSize(5);
    assertThat(value(reportOnFacts, "retrieval", "recall@5")).isEqualTo(1);
    assertThat(value(reportOnNatural, "retrieval", "recall@5")).isGreaterThan(0.95);
  }

  @Test
  void metricsOnFactsMeetTheirThresholds() {
    assertThat(value(reportOnFacts, "retrieval", "nDCG@10")).isGreaterThan(0.95);
    assertThat(value(reportOnFacts, "retrieval", "answer recall@5")).isGreaterThan(0.95);
    assertThat(value(reportOnFacts, "answers", "expected answer in the text")).isGreaterThan(0.8);
    assertThat(value(reportOnFacts, "replies", "helpful")).isGreaterThan(0.8);
    assertThat(value(reportOnFacts, "replies", "overclaimed")).isLessThan(0.1);
    assertThat(value(reportOnFacts, "confidence", "area under ROC")).isGreaterThan(0.92);
  }

  @Test
  void metricsOnNaturalQuestionsMeetTheirThresholds() {
    assertThat(value(reportOnNatural, "replies", "helpful")).isGreaterThan(0.6);
    assertThat(value(reportOnNatural, "replies", "overclaimed")).isLessThan(0.2);
  }

  private static double value(EvaluationReport report, String group, String name) {
    return report.metrics().stream()
        .filter(metric -> metric.group().equals(group) && metric.name().equals(name))
        .findFirst()
        .orElseThrow()
        .value();
  }
}
