package org.dossier.evaluation.question;

import static org.assertj.core.api.Assertions.assertThat;

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

  private static final GoldQuestion WHO = EvaluatedQuestions.expecting("who", "Ada Berg");
  private static final QuestionSet QUESTIONS =
      new QuestionSet(
          "lindholm",
          List.of(
              question("who", "Who designed the swing bridge?", "Ada Berg", "bridge"),
              question("tonnes", "How much herring was landed?", "12 tonnes", "herring"),
              question("depth", "How much herring was landed?", "13 tonnes", "herring"),
              new GoldQuestion(
                  "moon",
                  "Who was the first on Jupiter's moon Ganymede?",
                  null,
                  List.of(),
                  WHO.answers(),
                  Set.of("unknown"),
                  false)));

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
        .containsExactly(
            "who: correct", "tonnes: correct", "depth: wrong answer", "moon: false abstention");
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
    return new GoldQuestion(
        id,
        text,
        null,
        List.of(),
        new ExpectedAnswers(List.of(List.of(answer))),
        Set.of(article),
        false);
  }

  private static Article article(String id, String title, String text) {
    return new Article(
        id, title, null, List.of(), null, "en", LocalDate.of(1911, 5, 4), false, null, text);
  }
}
