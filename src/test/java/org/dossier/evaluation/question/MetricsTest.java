package org.dossier.evaluation.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.dossier.evaluation.EvaluatedQuestions;
import org.junit.jupiter.api.Test;

class MetricsTest {

  @Test
  void rankingIsMeasuredIfTheSetNamesArticles() {
    var metrics =
        Metrics.compute(
            List.of(
                EvaluatedQuestions.retrieved(
                    EvaluatedQuestions.abstained(EvaluatedQuestions.expectingArticles("1", "a"), 0),
                    0,
                    "a",
                    "b"),
                EvaluatedQuestions.retrieved(
                    EvaluatedQuestions.abstained(EvaluatedQuestions.expectingArticles("2", "a"), 0),
                    0,
                    "b",
                    "a"),
                EvaluatedQuestions.retrieved(
                    EvaluatedQuestions.abstained(EvaluatedQuestions.unanswerable("3"), 0),
                    0,
                    "b")));

    assertThat(value(metrics, "retrieval", "hit@1")).isEqualTo(0.5);
    assertThat(value(metrics, "retrieval", "hit@5")).isEqualTo(1);
    assertThat(value(metrics, "retrieval", "MRR@10")).isEqualTo(0.75);
    // 1 and 1 / log2 3
    assertThat(value(metrics, "retrieval", "nDCG@10")).isCloseTo(0.815465, within(1e-6));
    assertThat(find(metrics, "retrieval", "hit@1").map(Metric::questions)).contains(2);
  }

  @Test
  void answerRecallCountsAnswersWithinTheFirstK() {
    var metrics =
        Metrics.compute(
            List.of(
                EvaluatedQuestions.retrieved(
                    EvaluatedQuestions.abstained(EvaluatedQuestions.expecting("1", "x"), 0),
                    1,
                    "a"),
                EvaluatedQuestions.retrieved(
                    EvaluatedQuestions.abstained(EvaluatedQuestions.expecting("2", "x"), 0),
                    6,
                    "a"),
                EvaluatedQuestions.retrieved(
                    EvaluatedQuestions.abstained(EvaluatedQuestions.expecting("3", "x"), 0),
                    0,
                    "a")));

    assertThat(value(metrics, "retrieval", "answer recall@1")).isEqualTo(1.0 / 3);
    assertThat(value(metrics, "retrieval", "answer recall@5")).isEqualTo(1.0 / 3);
    assertThat(value(metrics, "retrieval", "answer recall@10")).isEqualTo(2.0 / 3);
  }

  @Test
  void answersAreMeasuredOverAnswerableQuestions() {
    var metrics =
        Metrics.compute(
            List.of(
                EvaluatedQuestions.answered(
                    EvaluatedQuestions.expecting("1", "red"), 1, "a", "It is red.", "Or blue."),
                EvaluatedQuestions.answered(
                    EvaluatedQuestions.expecting("2", "red"), 1, "a", "It is blue."),
                EvaluatedQuestions.abstained(EvaluatedQuestions.expecting("3", "red"), 0),
                EvaluatedQuestions.abstained(EvaluatedQuestions.unanswerable("4"), 0)));

    assertThat(value(metrics, "replies", "correct")).isEqualTo(0.5);
    assertThat(value(metrics, "outcomes", "answered")).isEqualTo(0.5);
    assertThat(value(metrics, "outcomes", "abstained")).isEqualTo(0.5);
    assertThat(value(metrics, "answers", "expected answer in the text")).isEqualTo(1.0 / 3);
    assertThat(value(metrics, "answers", "… of those answered")).isEqualTo(0.5);
    assertThat(value(metrics, "answers", "expected answer in the citations")).isEqualTo(1.0 / 3);
    assertThat(value(metrics, "answers", "statements per answer")).isEqualTo(1.5);
  }

  @Test
  void repliesAreMeasuredByWhatTheyClaim() {
    var metrics =
        Metrics.compute(
            List.of(
                EvaluatedQuestions.answered(
                    EvaluatedQuestions.expectingNuggets("1", "red"), 0.9, "a", "It is red."),
                EvaluatedQuestions.answered(
                    EvaluatedQuestions.expectingNuggets("2", "red", "blue", "round"),
                    0.9,
                    "a",
                    "It is red."),
                EvaluatedQuestions.related(
                    EvaluatedQuestions.expectingNuggets("3", "red"), 0.3, "a", "It is red."),
                EvaluatedQuestions.abstained(EvaluatedQuestions.expectingNuggets("4", "red"), 0),
                EvaluatedQuestions.about(EvaluatedQuestions.expectingReply("5"), "Hello."),
                EvaluatedQuestions.answered(
                    EvaluatedQuestions.expectingAnything("6"), 0.9, "a", "It is red."),
                EvaluatedQuestions.answered(
                    EvaluatedQuestions.unanswerable("7"), 0.6, "a", "It is red."),
                EvaluatedQuestions.related(
                    EvaluatedQuestions.unanswerable("8"), 0.3, "a", "It is red.")));

    assertThat(value(metrics, "replies", "helpful")).isEqualTo(4.0 / 6);
    assertThat(value(metrics, "replies", "refused")).isEqualTo(1.0 / 6);
    assertThat(value(metrics, "replies", "overclaimed")).isEqualTo(0.5);
    assertThat(value(metrics, "replies", "correct")).isEqualTo(5.0 / 8);
    assertThat(value(metrics, "replies", "nuggets shown")).isCloseTo(7.0 / 12, within(1e-9));
    // Questions 1, 2 and 7: nothing is stated about question 6
    assertThat(value(metrics, "replies", "precision of answered")).isEqualTo(1.0 / 3);
    assertThat(value(metrics, "outcomes", "answered")).isEqualTo(0.5);
    assertThat(value(metrics, "outcomes", "related")).isEqualTo(0.25);
    assertThat(value(metrics, "outcomes", "clarify")).isZero();
    assertThat(value(metrics, "outcomes", "about")).isEqualTo(0.125);
    assertThat(value(metrics, "outcomes", "abstained")).isEqualTo(0.125);
  }

  @Test
  void theConfidenceSeparatesAnswerableFromOtherQuestions() {
    var metrics =
        Metrics.compute(
            List.of(
                EvaluatedQuestions.answered(
                    EvaluatedQuestions.expectingAnything("1"), 0.9, "a", "So."),
                EvaluatedQuestions.answered(
                    EvaluatedQuestions.expectingAnything("2"), 0.6, "a", "So."),
                EvaluatedQuestions.answered(
                    EvaluatedQuestions.expectingAnything("3"), 0.5, "a", "So."),
                EvaluatedQuestions.abstained(EvaluatedQuestions.expectingAnything("4"), 0.4),
                EvaluatedQuestions.answered(EvaluatedQuestions.unanswerable("5"), 0.6, "a", "So."),
                EvaluatedQuestions.abstained(EvaluatedQuestions.unanswerable("6"), 0.1),
                EvaluatedQuestions.about(EvaluatedQuestions.unanswerable("7"), "Hello."),
                EvaluatedQuestions.about(EvaluatedQuestions.expectingReply("8"), "Hello.")));

    // .9 wins 2, .6 wins 1.5, .5 wins 1, .4 wins 1, of 8
    assertThat(value(metrics, "confidence", "area under ROC")).isEqualTo(5.5 / 8);
    // From .4: every answerable question reaches it, and one of two others
    assertThat(value(metrics, "confidence", "best single threshold")).isEqualTo(0.4);
    assertThat(find(metrics, "confidence", "area under ROC").map(Metric::questions)).contains(6);
  }

  @Test
  void aMetricWithoutGoldDataIsAbsent() {
    var metrics =
        Metrics.compute(
            List.of(EvaluatedQuestions.abstained(EvaluatedQuestions.expectingAnything("1"), 0)));

    assertThat(metrics)
        .extracting(Metric::name)
        .containsExactly(
            "correct",
            "helpful",
            "refused",
            "answered",
            "related",
            "clarify",
            "about",
            "abstained",
            "median",
            "95th percentile");
  }

  @Test
  void followUpsAreAlsoMeasuredSeparately() {
    var metrics =
        Metrics.compute(
            List.of(
                EvaluatedQuestions.answered(
                    EvaluatedQuestions.expecting("1", "red"), 1, "a", "It is red."),
                EvaluatedQuestions.answered(
                    EvaluatedQuestions.followUp("2", "red"), 1, "a", "It is blue.")));

    assertThat(value(metrics, "replies", "correct")).isEqualTo(0.5);
    assertThat(value(metrics, "follow-ups, replies", "correct")).isZero();
    assertThat(find(metrics, "follow-ups, replies", "correct").map(Metric::questions)).contains(1);
  }

  private static double value(List<Metric> metrics, String group, String name) {
    return find(metrics, group, name).orElseThrow().value();
  }

  private static Optional<Metric> find(List<Metric> metrics, String group, String name) {
    return metrics.stream()
        .filter(metric -> metric.group().equals(group) && metric.name().equals(name))
        .findFirst();
  }
}
