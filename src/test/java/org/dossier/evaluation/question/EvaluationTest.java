package org.dossier.evaluation.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dossier.archive.Article;
import org.dossier.evaluation.EvaluatedQuestions;
import org.dossier.evaluation.EvaluationFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTest {
  private static final Article BRIDGE =
      article(
          "bridge",
          "A bridge for Lindholm",
          "Ada Berg designed the swing bridge over the Lindholm canal. It was opened on Thursday and"
              + " cost 40,000 crowns.");
  private static final Article HERRING =
      article(
          "herring",
          "Herring are back",
          "Fishermen of Lindholm landed 12 tonnes of herring in one night. The mayor called it the"
              + " best catch in living memory.");

  private static final QuestionSet QUESTIONS =
      new QuestionSet(
          "lindholm",
          List.of(
              question("who", "Who designed the swing bridge?", "Ada Berg", "bridge"),
              question("tonnes", "How much herring was landed?", "12 tonnes", "herring"),
              question("depth", "How much herring was landed?", "13 tonnes", "herring"),
              question(
                  "moon", "Who was the first on Jupiter's moon Ganymede?", "Ada Berg", "unknown")));

  private static EvaluationFixture evaluationFixture;

  @BeforeAll
  static void setUp(@TempDir Path folder) throws InterruptedException {
    evaluationFixture =
        new EvaluationFixture(folder, archive -> archive.put(List.of(BRIDGE, HERRING)));
  }

  @AfterAll
  static void tearDown() {
    evaluationFixture.close();
  }

  @Test
  void everyQuestionIsAskedAndJudged() {
    var evaluationReport = evaluationFixture.evaluation().run(QUESTIONS, (_, _) -> {});

    assertThat(evaluationReport.questions())
        .extracting(evaluatedQuestion ->
            evaluatedQuestion.gold().id() + ": " + evaluatedQuestion.judgement().label())
        .containsExactly("who: helpful", "tonnes: helpful", "depth: not helpful", "moon: refused");
    assertThat(evaluationReport.questions().getFirst().retrieved().articles())
        .containsExactly("bridge", "herring");
    assertThat(evaluationReport.questions())
        .extracting(t -> t.retrieved().answerRank())
        .containsExactly(1, 1, 0, 1);
    assertThat(evaluationReport.measured().articles()).isEqualTo(2);
    assertThat(evaluationReport.measured().passages()).isEqualTo(2);
    assertThat(evaluationReport.measured().settings())
        .containsEntry("dossier.retrieval.max-passages-per-article", "3")
        .containsKey("dossier.answer.confidence.bias");
  }

  @Test
  void twoRunsDifferInLatenciesOnly() {
    assertThat(jsonWithoutTimes()).isEqualTo(jsonWithoutTimes()).contains("\"judgement\"");
  }

  @Test
  void repliesToEarlierMessagesAreTheHistory() {
    var asked = "Who designed the swing bridge over the Lindholm canal?";

    assertThat(
            standaloneQuestions(
                question(
                    "first",
                    asked,
                    "Ada Berg",
                    "bridge",
                    new GoldQuestion.Context(List.of(), List.of(), "talk", 1)),
                question(
                    "second",
                    "When was it opened?",
                    "Thursday",
                    "bridge",
                    new GoldQuestion.Context(List.of(), List.of(), "talk", 2)),
                question(
                    "after",
                    "When was it opened?",
                    "Thursday",
                    "bridge",
                    new GoldQuestion.Context(List.of(), List.of(asked), null, 1)),
                question("alone", "When was it opened?", "Thursday", "bridge")))
        .satisfiesExactly(
            first -> assertThat(first).isEqualTo(asked),
            second -> assertThat(second).contains("bridge"),
            after -> assertThat(after).contains("bridge"),
            alone -> assertThat(alone).isEqualTo("When was it opened?"));
  }

  @Test
  void repliesTakePrecedenceOverTheGivenHistory() {
    var given =
        List.of(
            new GoldQuestion.Turn(GoldQuestion.Role.USER, "Who landed the herring of Lindholm?"),
            new GoldQuestion.Turn(GoldQuestion.Role.ASSISTANT, "Fishermen landed the herring."));
    var asked = "Who designed the swing bridge over the Lindholm canal?";
    var talk = new GoldQuestion.Context(given, List.of(), "talk", 2);

    assertThat(
            standaloneQuestions(
                question(
                    "first",
                    asked,
                    "Ada Berg",
                    "bridge",
                    new GoldQuestion.Context(List.of(), List.of(), "talk", 1)),
                question("second", "When was it opened?", "Thursday", "bridge", talk)))
        .last()
        .asString()
        .contains("bridge");
    assertThat(
            standaloneQuestions(
                question("second", "When was it landed?", "night", "herring", talk)))
        .last()
        .asString()
        .contains("herring");
  }

  private static List<String> standaloneQuestions(GoldQuestion... questions) {
    var set = new QuestionSet("conversation", List.of(questions));
    return evaluationFixture.evaluation().run(set, (_, _) -> {}).questions().stream()
        .map(EvaluatedQuestion::standaloneQuestion)
        .toList();
  }

  @Test
  void featuresAreWrittenForEachQuestion(@TempDir Path folder) throws IOException {
    var file = folder.resolve("features.jsonl");

    try (var features = new Features(file)) {
      evaluationFixture.evaluation().writeFeatures(QUESTIONS, features, (_, _) -> {});
    }

    assertThat(Files.readAllLines(file))
        .hasSize(4)
        .first()
        .asString()
        .contains("\"id\":\"who\"", "\"abstain\":false", "\"holds\":true");
  }

  @Test
  void progressIsReported() {
    var progress = new ArrayList<String>();

    evaluationFixture.evaluation().run(QUESTIONS, (asked, of) -> progress.add(asked + " of " + of));

    assertThat(progress).containsExactly("1 of 4", "2 of 4", "3 of 4", "4 of 4");
  }

  private static String jsonWithoutTimes() {
    var evaluationReport = evaluationFixture.evaluation().run(QUESTIONS, (_, _) -> {});
    var untimed =
        evaluationReport.questions().stream()
            .map(t ->
                new EvaluatedQuestion(
                    t.gold(), t.standaloneQuestion(), t.retrieved(), t.answer(), 0))
            .toList();
    return EvaluationReportJson.format(
        new EvaluationReport(
            evaluationReport.set(), evaluationReport.measured(), Metrics.compute(untimed), untimed),
        null);
  }

  private static GoldQuestion question(String id, String text, String answer, String article) {
    return question(id, text, answer, article, GoldQuestion.Context.NONE);
  }

  private static GoldQuestion question(
      String id, String text, String answer, String article, GoldQuestion.Context context) {
    return new GoldQuestion(
        id,
        null,
        text,
        null,
        context,
        EvaluatedQuestions.answers(List.of(List.of(answer)), Set.of(article)));
  }

  private static Article article(String id, String title, String text) {
    return new Article(
        id, title, null, List.of(), null, "en", LocalDate.of(1911, 5, 4), false, null, text);
  }
}
