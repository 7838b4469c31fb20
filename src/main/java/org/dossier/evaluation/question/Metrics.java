package org.dossier.evaluation.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.dossier.evaluation.RocAnalysis;
import org.dossier.evaluation.question.Metric.Unit;

/// The metrics of a set of evaluated questions. A metric is absent, not 0, if no question of the
/// set states what it needs.
final class Metrics {
  private final List<EvaluatedQuestion> evaluatedQuestions;
  private final List<EvaluatedQuestion> withArticles;
  private final List<EvaluatedQuestion> withAnswers;
  private final List<Metric> metrics = new ArrayList<>();

  private Metrics(List<EvaluatedQuestion> evaluatedQuestions) {
    this.evaluatedQuestions = evaluatedQuestions;
    this.withArticles = only(evaluatedQuestion -> !evaluatedQuestion.gold().articles().isEmpty());
    this.withAnswers = only(evaluatedQuestion -> !evaluatedQuestion.gold().answers().isEmpty());
  }

  /// The metrics over all questions, then again over the follow-up questions among them.
  static List<Metric> compute(List<EvaluatedQuestion> evaluatedQuestions) {
    var metrics = new ArrayList<>(new Metrics(evaluatedQuestions).all(""));
    var followUps =
        evaluatedQuestions.stream()
            .filter(evaluatedQuestion -> evaluatedQuestion.gold().isFollowUp())
            .toList();
    if (!followUps.isEmpty()) {
      metrics.addAll(new Metrics(followUps).all("follow-ups, "));
    }
    return List.copyOf(metrics);
  }

  private List<Metric> all(String prefix) {
    retrieval(new Group(prefix + "retrieval"));
    answers(new Group(prefix + "answers"));
    abstention(new Group(prefix + "abstention"));
    latency(new Group(prefix + "latency"));
    return metrics;
  }

  private void retrieval(Group group) {
    for (int k : new int[] {1, 5, 10}) {
      group.score("hit@" + k, withArticles, rankingAt(k, Ranking::hit));
    }
    for (int k : new int[] {5, 10}) {
      group.score("recall@" + k, withArticles, rankingAt(k, Ranking::recall));
    }
    group.score("nDCG@10", withArticles, rankingAt(10, Ranking::ndcg));
    group.score("MRR@10", withArticles, rankingAt(10, Ranking::reciprocalRank));
    for (int k : new int[] {1, 5, 10}) {
      group.score(
          "answer recall@" + k,
          withAnswers,
          evaluatedQuestion -> answerWithin(evaluatedQuestion, k) ? 1 : 0);
    }
  }

  private void answers(Group group) {
    var answered = only(EvaluatedQuestion::answered);
    var answeredOfKnown = withAnswers.stream().filter(EvaluatedQuestion::answered).toList();
    group.share(
        "correct",
        evaluatedQuestions,
        evaluatedQuestion -> evaluatedQuestion.judgement() == Judgement.CORRECT);
    group.share("answered", evaluatedQuestions, EvaluatedQuestion::answered);
    group.share("expected answer in the text", withAnswers, EvaluatedQuestion::textContainsAnswer);
    group.share("… of those answered", answeredOfKnown, EvaluatedQuestion::textContainsAnswer);
    group.share(
        "expected answer in the citations", withAnswers, EvaluatedQuestion::citationsContainAnswer);
    group.share("expected article cited", withArticles, EvaluatedQuestion::citesExpectedArticle);
    group.mean(
        "statements per answer",
        Unit.COUNT,
        answered,
        evaluatedQuestion -> evaluatedQuestion.statements().size());
  }

  private void abstention(Group group) {
    var answerable = only(evaluatedQuestion -> !evaluatedQuestion.gold().abstain());
    var unanswerable = only(evaluatedQuestion -> evaluatedQuestion.gold().abstain());
    group.share(
        "false abstentions", answerable, evaluatedQuestion -> !evaluatedQuestion.answered());
    group.share("false answers", unanswerable, EvaluatedQuestion::answered);
    if (answerable.isEmpty() || unanswerable.isEmpty()) {
      return;
    }
    double falseAbstentions =
        mean(answerable, evaluatedQuestion -> evaluatedQuestion.answered() ? 0 : 1);
    double falseAnswers =
        mean(unanswerable, evaluatedQuestion -> evaluatedQuestion.answered() ? 1 : 0);
    group.add(
        "balanced error",
        Unit.SHARE,
        (falseAbstentions + falseAnswers) / 2,
        evaluatedQuestions.size());
    var rocAnalysis = RocAnalysis.of(confidences(answerable), confidences(unanswerable));
    double threshold = rocAnalysis.bestThreshold();
    double least = rocAnalysis.balancedError(threshold);
    group.add("area under ROC", Unit.SCORE, rocAnalysis.areaUnderRoc(), evaluatedQuestions.size());
    group.add("least balanced error", Unit.SHARE, least, evaluatedQuestions.size());
    if (Double.isFinite(threshold)) {
      group.add("… at the threshold", Unit.SCORE, threshold, evaluatedQuestions.size());
    }
  }

  private void latency(Group group) {
    var latencies =
        Latencies.of(evaluatedQuestions.stream().map(EvaluatedQuestion::nanoseconds).toList());
    group.add("median", Unit.MILLISECONDS, latencies.percentile(50), evaluatedQuestions.size());
    group.add(
        "95th percentile", Unit.MILLISECONDS, latencies.percentile(95), evaluatedQuestions.size());
  }

  private static ToDoubleFunction<EvaluatedQuestion> rankingAt(int k, RankingMeasure measure) {
    return evaluatedQuestion ->
        measure.measure(
            evaluatedQuestion.retrieved().articles(), evaluatedQuestion.gold().articles(), k);
  }

  private static boolean answerWithin(EvaluatedQuestion evaluatedQuestion, int k) {
    int rank = evaluatedQuestion.retrieved().answerRank();
    return rank > 0 && rank <= k;
  }

  private List<EvaluatedQuestion> only(Predicate<EvaluatedQuestion> condition) {
    return evaluatedQuestions.stream().filter(condition).toList();
  }

  private static List<Double> confidences(List<EvaluatedQuestion> evaluatedQuestions) {
    return evaluatedQuestions.stream()
        .map(evaluatedQuestion -> evaluatedQuestion.answer().confidence())
        .toList();
  }

  private static double mean(
      List<EvaluatedQuestion> of, ToDoubleFunction<EvaluatedQuestion> value) {
    return of.stream().mapToDouble(value).average().orElseThrow();
  }

  private interface RankingMeasure {
    double measure(List<String> ranked, Set<String> relevant, int k);
  }

  /// The metrics of one subject. A metric is left out if there is nothing to measure it on.
  private final class Group {
    private final String name;

    Group(String name) {
      this.name = name;
    }

    void share(String metric, List<EvaluatedQuestion> of, Predicate<EvaluatedQuestion> counted) {
      mean(metric, Unit.SHARE, of, evaluatedQuestion -> counted.test(evaluatedQuestion) ? 1 : 0);
    }

    void score(
        String metric, List<EvaluatedQuestion> of, ToDoubleFunction<EvaluatedQuestion> value) {
      mean(metric, Unit.SCORE, of, value);
    }

    void mean(
        String metric,
        Unit unit,
        List<EvaluatedQuestion> of,
        ToDoubleFunction<EvaluatedQuestion> value) {
      if (!of.isEmpty()) {
        add(metric, unit, Metrics.mean(of, value), of.size());
      }
    }

    void add(String metric, Unit unit, double value, int questions) {
      metrics.add(new Metric(name, metric, unit, value, questions));
    }
  }
}
