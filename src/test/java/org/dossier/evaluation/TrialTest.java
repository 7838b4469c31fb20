package org.dossier.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dossier.corpus.Passage;
import org.dossier.retrieval.Evidence;
import org.dossier.text.Span;
import org.junit.jupiter.api.Test;

class TrialTest {

  @Test
  void anAnswerIsRightIfItsTextHoldsTheExpectedWords() {
    var gold = Trials.wanting("1", "green");

    assertThat(Trials.answered(gold, 1, "a", "It is green.").verdict()).isEqualTo(Verdict.RIGHT);
    assertThat(Trials.answered(gold, 1, "a", "It is red.").verdict()).isEqualTo(Verdict.OFF_TARGET);
    assertThat(Trials.declined(gold, 0).verdict()).isEqualTo(Verdict.DECLINED);
  }

  @Test
  void whereOnlyArticlesAreKnownOneOfThemMustBeCited() {
    var gold = Trials.wantingArticles("1", "a", "b");

    assertThat(Trials.answered(gold, 1, "b", "It is green.").verdict()).isEqualTo(Verdict.RIGHT);
    assertThat(Trials.answered(gold, 1, "c", "It is green.").verdict())
        .isEqualTo(Verdict.OFF_TARGET);
  }

  @Test
  void whereNothingIsKnownAnyAnswerIsRight() {
    var gold = Trials.wantingAnything("1");

    assertThat(Trials.answered(gold, 1, "c", "It is green.").verdict()).isEqualTo(Verdict.RIGHT);
    assertThat(Trials.declined(gold, 0).verdict()).isEqualTo(Verdict.DECLINED);
  }

  @Test
  void aQuestionToDeclineIsRightlyDeclinedAndWronglyAnswered() {
    var gold = Trials.toDecline("1");

    assertThat(Trials.declined(gold, 0).verdict()).isEqualTo(Verdict.RIGHT);
    assertThat(Trials.answered(gold, 1, "c", "It is green.").verdict())
        .isEqualTo(Verdict.UNFOUNDED);
  }

  @Test
  void citationMarkersAreNotPartOfTheText() {
    var trial = Trials.answered(Trials.wanting("1", "1"), 1, "a", "It is green.");

    assertThat(trial.textHoldsAnswer()).isFalse();
  }

  @Test
  void articlesAreRankedByTheirFirstPassageOnceEach() {
    var evidence =
        List.of(
            passage(1, "b", "One is red."),
            passage(2, "a", "Two is green."),
            passage(3, "b", "Three is blue."),
            passage(4, "c", "Four is white."));

    var found =
        Trial.Found.of(evidence, new ExpectedAnswers(List.of(List.of("blue"), List.of("red"))));

    assertThat(found.articles()).containsExactly("b", "a", "c");
    assertThat(found.headlines()).containsExactly("On b", "On a", "On c");
    assertThat(found.answerRank()).isEqualTo(3);
  }

  private static Evidence passage(int rank, String article, String text) {
    var span = new Span(0, text.length());
    return new Evidence(
        rank,
        Trials.version(article, text),
        new Passage(0, span, List.of(span)),
        new Evidence.Scores(0, 0, 0));
  }
}
