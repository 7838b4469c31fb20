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

    assertThat(value(metrics, "answers", "correct")).isEqualTo(0.5);
    assertThat(value(metrics, "answers", "answered")).isEqualTo(0.5);
    assertThat(value(metrics, "answers", "expected answer in the text")).isEqualTo(1.0 / 3);
    assertThat(value(metrics, "answers", "… of those answered")).isEqualTo(0.5);
    assertThat(value(metrics, "answers", "expected answer in the citations")).isEqualTo(1.0 / 3);
    assertThat(value(metrics, "answers", "statements per answer")).isEqualTo(1.5);
  }

  @Test
  void abstentionIsMeasuredOnBothKindsOfQuestion() {
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
                EvaluatedQuestions.abstained(EvaluatedQuestions.unanswerable("6"), 0.1)));

    assertThat(value(metrics, "abstention", "false abstentions")).isEqualTo(0.25);
    assertThat(value(metrics, "abstention", "false answers")).isEqualTo(0.5);
    assertThat(value(metrics, "abstention", "balanced error")).isEqualTo(0.375);
    // .9 wins 2, .6 wins 1.5, .5 wins 1, .4 wins 1, of 8
    assertThat(value(metrics, "abstention", "area under ROC")).isEqualTo(5.5 / 8);
    // From .4: no false abstention, one of two is a false answer
    assertThat(value(metrics, "abstention", "least balanced error")).isEqualTo(0.25);
    assertThat(value(metrics, "abstention", "… at the threshold")).isEqualTo(0.4);
  }

  @Test
  void aMetricWithoutGoldDataIsAbsent() {
    var metrics =
        Metrics.compute(
            List.of(EvaluatedQuestions.abstained(EvaluatedQuestions.expectingAnything("1"), 0)));

    assertThat(metrics)
        .extracting(Metric::name)
        .containsExactly("correct", "answered", "false abstentions", "median", "95th percentile");
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

    assertThat(value(metrics, "answers", "correct")).isEqualTo(0.5);
    assertThat(value(metrics, "follow-ups, answers", "correct")).isZero();
    assertThat(find(metrics, "follow-ups, answers", "correct").map(Metric::questions)).contains(1);
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
