package org.dossier.evaluation.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dossier.archive.Passage;
import org.dossier.evaluation.EvaluatedQuestions;
import org.dossier.retrieval.Evidence;
import org.dossier.text.Span;
import org.junit.jupiter.api.Test;

class EvaluatedQuestionTest {

  @Test
  void anAnswerWithTheExpectedWordsIsCorrect() {
    var gold = EvaluatedQuestions.expecting("1", "green");

    assertThat(EvaluatedQuestions.answered(gold, 1, "a", "It is green.").judgement())
        .isEqualTo(Judgement.CORRECT);
    assertThat(EvaluatedQuestions.answered(gold, 1, "a", "It is red.").judgement())
        .isEqualTo(Judgement.WRONG_ANSWER);
    assertThat(EvaluatedQuestions.abstained(gold, 0).judgement())
        .isEqualTo(Judgement.FALSE_ABSTENTION);
  }

  @Test
  void ifOnlyArticlesAreGivenOneMustBeCited() {
    var gold = EvaluatedQuestions.expectingArticles("1", "a", "b");

    assertThat(EvaluatedQuestions.answered(gold, 1, "b", "It is green.").judgement())
        .isEqualTo(Judgement.CORRECT);
    assertThat(EvaluatedQuestions.answered(gold, 1, "c", "It is green.").judgement())
        .isEqualTo(Judgement.WRONG_ANSWER);
  }

  @Test
  void withoutExpectationsAnyAnswerIsCorrect() {
    var gold = EvaluatedQuestions.expectingAnything("1");

    assertThat(EvaluatedQuestions.answered(gold, 1, "c", "It is green.").judgement())
        .isEqualTo(Judgement.CORRECT);
    assertThat(EvaluatedQuestions.abstained(gold, 0).judgement())
        .isEqualTo(Judgement.FALSE_ABSTENTION);
  }

  @Test
  void onlyAnAbstentionIsCorrectIfAbstentionIsExpected() {
    var gold = EvaluatedQuestions.unanswerable("1");

    assertThat(EvaluatedQuestions.abstained(gold, 0).judgement()).isEqualTo(Judgement.CORRECT);
    assertThat(EvaluatedQuestions.answered(gold, 1, "c", "It is green.").judgement())
        .isEqualTo(Judgement.FALSE_ANSWER);
  }

  @Test
  void citationMarkersAreNotPartOfTheText() {
    var evaluatedQuestion =
        EvaluatedQuestions.answered(EvaluatedQuestions.expecting("1", "1"), 1, "a", "It is green.");

    assertThat(evaluatedQuestion.textContainsAnswer()).isFalse();
  }

  @Test
  void articlesAreRankedByTheirFirstPassage() {
    var evidence =
        List.of(
            passage(1, "b", "One is red."),
            passage(2, "a", "Two is green."),
            passage(3, "b", "Three is blue."),
            passage(4, "c", "Four is white."));

    var retrievedArticles =
        EvaluatedQuestion.RetrievedArticles.of(
            evidence, new ExpectedAnswers(List.of(List.of("blue"), List.of("red"))));

    assertThat(retrievedArticles.articles()).containsExactly("b", "a", "c");
    assertThat(retrievedArticles.headlines()).containsExactly("On b", "On a", "On c");
    assertThat(retrievedArticles.answerRank()).isEqualTo(3);
  }

  private static Evidence passage(int rank, String article, String text) {
    var span = new Span(0, text.length());
    return new Evidence(
        rank,
        EvaluatedQuestions.version(article, text),
        new Passage(0, span, List.of(span)),
        new Evidence.Scores(0, 0, 0));
  }
}
