package org.dossier.evaluation.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.dossier.archive.Passage;
import org.dossier.evaluation.EvaluatedQuestions;
import org.dossier.retrieval.Evidence;
import org.dossier.text.Span;
import org.junit.jupiter.api.Test;

class EvaluatedQuestionTest {

  @Test
  void aReplyThatShowsTheExpectedWordsIsHelpful() {
    var gold = EvaluatedQuestions.expecting("1", "green");

    assertThat(EvaluatedQuestions.answered(gold, 1, "a", "It is green.").judgement())
        .isEqualTo(Judgement.HELPFUL);
    assertThat(EvaluatedQuestions.related(gold, 1, "a", "It is green.").judgement())
        .isEqualTo(Judgement.HELPFUL);
    assertThat(EvaluatedQuestions.answered(gold, 1, "a", "It is red.").judgement())
        .isEqualTo(Judgement.NOT_HELPFUL);
    assertThat(EvaluatedQuestions.about(gold, "It is green.").judgement())
        .isEqualTo(Judgement.NOT_HELPFUL);
    assertThat(EvaluatedQuestions.clarified(gold, "Is it green?").judgement())
        .isEqualTo(Judgement.NOT_HELPFUL);
    assertThat(EvaluatedQuestions.abstained(gold, 0).judgement()).isEqualTo(Judgement.REFUSED);
  }

  @Test
  void halfOfTheNuggetsAreHelpful() {
    var gold = EvaluatedQuestions.expectingNuggets("1", "green", "“40,000 crowns”", "in May");

    var two = EvaluatedQuestions.related(gold, 0.4, "a", "It is GREEN,  \"40,000 crowns\".");
    var one = EvaluatedQuestions.answered(gold, 1, "a", "It is green.");

    assertThat(two.nuggetsFound()).isEqualTo(2);
    assertThat(two.judgement()).isEqualTo(Judgement.HELPFUL);
    assertThat(one.nuggetsFound()).isEqualTo(1);
    assertThat(one.judgement()).isEqualTo(Judgement.NOT_HELPFUL);
  }

  @Test
  void decisiveWordsAreRequiredInAdditionToNuggets() {
    var gold =
        new GoldQuestion(
            "1",
            null,
            "What?",
            null,
            GoldQuestion.Context.NONE,
            new ExpectedReply(
                ExpectedReply.Kind.ANSWER,
                new ExpectedAnswers(List.of(List.of("yes", "indeed"))),
                new Nuggets(List.of(List.of("green"))),
                Set.of()));

    assertThat(EvaluatedQuestions.answered(gold, 1, "a", "It is green.").judgement())
        .isEqualTo(Judgement.NOT_HELPFUL);
    assertThat(EvaluatedQuestions.answered(gold, 1, "a", "It is indeed green.").judgement())
        .isEqualTo(Judgement.HELPFUL);
  }

  @Test
  void aReplyAboutTheArchiveNeedsNoCitation() {
    var gold = EvaluatedQuestions.expectingReply("1", "5 articles", "green");

    assertThat(
            EvaluatedQuestions.about(gold, "I answer from 5 articles.", "Is it green?").judgement())
        .isEqualTo(Judgement.HELPFUL);
    assertThat(EvaluatedQuestions.about(gold, "I answer from 5 articles.").judgement())
        .isEqualTo(Judgement.NOT_HELPFUL);
    assertThat(EvaluatedQuestions.abstained(gold, 0).judgement()).isEqualTo(Judgement.REFUSED);
    assertThat(
            EvaluatedQuestions.clarified(EvaluatedQuestions.expectingReply("2"), "What?")
                .judgement())
        .isEqualTo(Judgement.HELPFUL);
  }

  @Test
  void sourcesCountForRepliesAboutTheArchiveOnly() {
    var reply = EvaluatedQuestions.expectingReply("1", "On a", "2024-05-06");
    var answer = EvaluatedQuestions.expectingNuggets("1", "On a", "2024-05-06");

    assertThat(EvaluatedQuestions.answered(reply, 1, "a", "It is green.").judgement())
        .isEqualTo(Judgement.HELPFUL);
    assertThat(EvaluatedQuestions.answered(answer, 1, "a", "It is green.").judgement())
        .isEqualTo(Judgement.NOT_HELPFUL);
  }

  @Test
  void ifOnlyArticlesAreGivenOneMustBeCited() {
    var gold = EvaluatedQuestions.expectingArticles("1", "a", "b");

    assertThat(EvaluatedQuestions.answered(gold, 1, "b", "It is green.").judgement())
        .isEqualTo(Judgement.HELPFUL);
    assertThat(EvaluatedQuestions.answered(gold, 1, "c", "It is green.").judgement())
        .isEqualTo(Judgement.NOT_HELPFUL);
  }

  @Test
  void withoutExpectationsAnyStatementIsHelpful() {
    var gold = EvaluatedQuestions.expectingAnything("1");

    assertThat(EvaluatedQuestions.answered(gold, 1, "c", "It is green.").judgement())
        .isEqualTo(Judgement.HELPFUL);
    assertThat(EvaluatedQuestions.abstained(gold, 0).judgement()).isEqualTo(Judgement.REFUSED);
  }

  @Test
  void onlyAnAnswerIsOverclaimedIfAnAbstentionIsExpected() {
    var gold = EvaluatedQuestions.unanswerable("1");

    assertThat(EvaluatedQuestions.abstained(gold, 0).judgement()).isEqualTo(Judgement.DECLINED);
    assertThat(EvaluatedQuestions.related(gold, 0.3, "c", "It is green.").judgement())
        .isEqualTo(Judgement.DECLINED);
    assertThat(EvaluatedQuestions.answered(gold, 1, "c", "It is green.").judgement())
        .isEqualTo(Judgement.OVERCLAIMED);
  }

  @Test
  void citationMarkersAreNotPartOfTheText() {
    var evaluatedQuestion =
        EvaluatedQuestions.answered(EvaluatedQuestions.expecting("1", "1"), 1, "a", "It is green.");

    assertThat(evaluatedQuestion.textContainsAnswer()).isFalse();
    assertThat(evaluatedQuestion.judgement()).isEqualTo(Judgement.NOT_HELPFUL);
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
