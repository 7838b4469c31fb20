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
    replies(new Group(prefix + "replies"));
    outcomes(new Group(prefix + "outcomes"));
    answers(new Group(prefix + "answers"));
    confidence(new Group(prefix + "confidence"));
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

  private void replies(Group group) {
    var answerable = only(evaluatedQuestion -> !evaluatedQuestion.gold().abstain());
    group.share("correct", evaluatedQuestions, question -> question.judgement().isCorrect());
    group.share("helpful", answerable, judged(Judgement.HELPFUL));
    group.share("precision of answered", only(Metrics::isJudgedAnswer), judged(Judgement.HELPFUL));
    group.share(
        "overclaimed",
        only(evaluatedQuestion -> evaluatedQuestion.gold().abstain()),
        judged(Judgement.OVERCLAIMED));
    group.share("refused", answerable, judged(Judgement.REFUSED));
    group.mean(
        "nuggets shown",
        Unit.SHARE,
        only(EvaluatedQuestion::statesNuggets),
        EvaluatedQuestion::shareOfNuggets);
  }

  /// True for an answer that can be judged by what the set states.
  private static boolean isJudgedAnswer(EvaluatedQuestion evaluatedQuestion) {
    return evaluatedQuestion.answered()
        && (evaluatedQuestion.gold().abstain() || evaluatedQuestion.gold().expected().isStated());
  }

  private static Predicate<EvaluatedQuestion> judged(Judgement judgement) {
    return evaluatedQuestion -> evaluatedQuestion.judgement() == judgement;
  }

  private void outcomes(Group group) {
    for (var outcome : Outcome.values()) {
      group.share(
          outcome.label(),
          evaluatedQuestions,
          evaluatedQuestion -> evaluatedQuestion.outcome() == outcome);
    }
  }

  private void answers(Group group) {
    var answeredOfKnown = withAnswers.stream().filter(EvaluatedQuestion::answered).toList();
    group.share("expected answer in the text", withAnswers, EvaluatedQuestion::textContainsAnswer);
    group.share("… of those answered", answeredOfKnown, EvaluatedQuestion::textContainsAnswer);
    group.share(
        "expected answer in the citations", withAnswers, EvaluatedQuestion::citationsContainAnswer);
    group.share("expected article cited", withArticles, EvaluatedQuestion::citesExpectedArticle);
    group.mean(
        "statements per answer",
        Unit.COUNT,
        only(EvaluatedQuestion::answered),
        evaluatedQuestion -> evaluatedQuestion.statements().size());
  }

  /// The confidence is that of the archive having the answer. Replies in the program's own words,
  /// and questions that expect such a reply, do not depend on it.
  private void confidence(Group group) {
    var measured = only(Metrics::dependsOnEvidence);
    var answerable = measured.stream().filter(question -> !question.gold().abstain()).toList();
    var unanswerable = measured.stream().filter(question -> question.gold().abstain()).toList();
    if (answerable.isEmpty() || unanswerable.isEmpty()) {
      return;
    }
    var rocAnalysis = RocAnalysis.of(confidences(answerable), confidences(unanswerable));
    group.add("area under ROC", Unit.SCORE, rocAnalysis.areaUnderRoc(), measured.size());
    double threshold = rocAnalysis.bestThreshold();
    if (Double.isFinite(threshold)) {
      group.add("best single threshold", Unit.SCORE, threshold, measured.size());
    }
  }

  private static boolean dependsOnEvidence(EvaluatedQuestion evaluatedQuestion) {
    boolean evidence =
        switch (evaluatedQuestion.outcome()) {
          case ANSWERED, RELATED, ABSTAINED -> true;
          case CLARIFY, ABOUT -> false;
        };
    return evidence && evaluatedQuestion.gold().expected().kind() != ExpectedReply.Kind.REPLY;
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
