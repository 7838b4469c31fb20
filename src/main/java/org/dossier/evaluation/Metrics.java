package org.dossier.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.dossier.evaluation.Metric.Unit;

/// All figures of a set of trials. A figure whose gold no question of the set has is absent, not 0.
final class Metrics {
  private final List<Trial> trials;
  private final List<Trial> withArticles;
  private final List<Trial> withAnswers;
  private final List<Metric> metrics = new ArrayList<>();

  private Metrics(List<Trial> trials) {
    this.trials = trials;
    this.withArticles = only(trial -> !trial.gold().articles().isEmpty());
    this.withAnswers = only(trial -> !trial.gold().answers().isEmpty());
  }

  /// The figures over all trials, then once more over the follow-ups among them.
  static List<Metric> of(List<Trial> trials) {
    var metrics = new ArrayList<>(new Metrics(trials).all(""));
    var followUps = trials.stream().filter(trial -> trial.gold().followsUp()).toList();
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
      group.score("hit@" + k, withArticles, ranked(k, Ranking::hit));
    }
    for (int k : new int[] {5, 10}) {
      group.score("recall@" + k, withArticles, ranked(k, Ranking::recall));
    }
    group.score("nDCG@10", withArticles, ranked(10, Ranking::ndcg));
    group.score("MRR@10", withArticles, ranked(10, Ranking::reciprocalRank));
    for (int k : new int[] {1, 5, 10}) {
      group.score("answer recall@" + k, withAnswers, trial -> answerWithin(trial, k) ? 1 : 0);
    }
  }

  private void answers(Group group) {
    var answered = only(Trial::answered);
    var answeredOfKnown = withAnswers.stream().filter(Trial::answered).toList();
    group.share("right", trials, trial -> trial.verdict() == Verdict.RIGHT);
    group.share("answered", trials, Trial::answered);
    group.share("expected answer in the text", withAnswers, Trial::textHoldsAnswer);
    group.share("… of those answered", answeredOfKnown, Trial::textHoldsAnswer);
    group.share("expected answer in what is cited", withAnswers, Trial::citationsHoldAnswer);
    group.share("expected article cited", withArticles, Trial::citesExpectedArticle);
    group.mean("statements an answer", Unit.COUNT, answered, trial -> trial.statements().size());
  }

  private void abstention(Group group) {
    var answerable = only(trial -> !trial.gold().abstain());
    var unanswerable = only(trial -> trial.gold().abstain());
    group.share("wrong refusals", answerable, trial -> !trial.answered());
    group.share("unfounded answers", unanswerable, Trial::answered);
    if (answerable.isEmpty() || unanswerable.isEmpty()) {
      return;
    }
    double wrongRefusals = mean(answerable, trial -> trial.answered() ? 0 : 1);
    double unfounded = mean(unanswerable, trial -> trial.answered() ? 1 : 0);
    group.add("balanced error", Unit.SHARE, (wrongRefusals + unfounded) / 2, trials.size());
    var separation = Separation.of(confidences(answerable), confidences(unanswerable));
    double threshold = separation.bestThreshold();
    double least = separation.balancedError(threshold);
    group.add("area under ROC", Unit.SCORE, separation.areaUnderRoc(), trials.size());
    group.add("least balanced error", Unit.SHARE, least, trials.size());
    if (Double.isFinite(threshold)) {
      group.add("… at the threshold", Unit.SCORE, threshold, trials.size());
    }
  }

  private void latency(Group group) {
    var latencies = Latencies.of(trials.stream().map(Trial::nanoseconds).toList());
    group.add("median", Unit.MILLISECONDS, latencies.percentile(50), trials.size());
    group.add("95th percentile", Unit.MILLISECONDS, latencies.percentile(95), trials.size());
  }

  private static ToDoubleFunction<Trial> ranked(int k, RankingMeasure measure) {
    return trial -> measure.of(trial.found().articles(), trial.gold().articles(), k);
  }

  private static boolean answerWithin(Trial trial, int k) {
    int rank = trial.found().answerRank();
    return rank > 0 && rank <= k;
  }

  private List<Trial> only(Predicate<Trial> wanted) {
    return trials.stream().filter(wanted).toList();
  }

  private static List<Double> confidences(List<Trial> trials) {
    return trials.stream().map(trial -> trial.answer().confidence()).toList();
  }

  private static double mean(List<Trial> of, ToDoubleFunction<Trial> value) {
    return of.stream().mapToDouble(value).average().orElseThrow();
  }

  private interface RankingMeasure {
    double of(List<String> ranked, Set<String> relevant, int k);
  }

  /// Figures about one thing, each left out where there is nothing to measure it on.
  private final class Group {
    private final String name;

    Group(String name) {
      this.name = name;
    }

    void share(String metric, List<Trial> of, Predicate<Trial> counted) {
      mean(metric, Unit.SHARE, of, trial -> counted.test(trial) ? 1 : 0);
    }

    void score(String metric, List<Trial> of, ToDoubleFunction<Trial> value) {
      mean(metric, Unit.SCORE, of, value);
    }

    void mean(String metric, Unit unit, List<Trial> of, ToDoubleFunction<Trial> value) {
      if (!of.isEmpty()) {
        add(metric, unit, Metrics.mean(of, value), of.size());
      }
    }

    void add(String metric, Unit unit, double value, int questions) {
      metrics.add(new Metric(name, metric, unit, value, questions));
    }
  }
}
