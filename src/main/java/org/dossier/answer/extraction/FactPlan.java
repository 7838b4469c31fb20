package org.dossier.answer.extraction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dossier.question.Period;
import org.dossier.question.Question;
import org.dossier.question.QuestionAnalysis;
import org.dossier.retrieval.Evidence;
import org.dossier.retrieval.RetrievalResult;
import org.dossier.retrieval.TimePreference;
import org.jspecify.annotations.Nullable;

/// The plan for questions that sentences answer by themselves: the sentence first that the reader
/// model takes for the answer, then those that add to it.
final class FactPlan implements ExtractionPlan {
  /// The points for a sentence of the period that the question names.
  private static final double IN_PERIOD = 1;

  /// The fused score that a passage of that period gains.
  private static final double PASSAGE_IN_PERIOD = 0.15;

  private final EvidenceFinder evidenceFinder;
  private final AnswerConfig config;

  FactPlan(EvidenceFinder evidenceFinder, AnswerConfig config) {
    this.evidenceFinder = evidenceFinder;
    this.config = config;
  }

  @Override
  public Extraction extract(Question question, QuestionAnalysis analysis) {
    var timePreference = timePreference(question, analysis);
    var settings = PlanSettings.of(analysis.kind());
    var retrievalResult =
        analysis.recent() && analysis.period() == null
            ? evidenceFinder.forReaderOfNewest(question, settings.thorough())
            : evidenceFinder.forReader(question, timePreference, settings.thorough());
    var evidence = retrievalResult.evidence();
    var namedAnswer = new NamedAnswer(question.text());
    var candidates =
        Candidates.notCited(
            candidates(evidence, namedAnswer, analysis, timePreference),
            question,
            settings.margin());
    if (candidates.isEmpty()) {
      return Extraction.nothing(analysis.kind(), retrievalResult);
    }
    var features = ConfidenceFeatures.of(candidates, retrievalResult);
    var ordered =
        further(candidates.getFirst(), candidates, evidence, settings).stream()
            .filter(candidate -> !candidate.isIn(question.cited()))
            .toList();
    var other =
        OtherAnswer.find(
                question.text(),
                candidates.getFirst(),
                candidates.stream().filter(namedAnswer::mayAnswer).toList())
            .filter(candidate -> !candidate.isIn(question.cited()))
            .orElse(null);
    boolean otherFirst =
        other != null
            && Recency.of(analysis) != Recency.NONE
            && OtherAnswer.isNewer(question.text(), other, ordered.getFirst());
    var further = other == null ? ordered : withOther(ordered, other, otherFirst);
    var chosen = ExtractiveSelector.choose(further, other == null ? null : further.get(1));
    return new Extraction(
        analysis.kind(),
        retrievalResult,
        List.of(chosen),
        left(chosen, settings),
        other == null || chosen.size() < 2 ? null : chosen.get(1),
        candidates,
        features.confidence(config.confidence(), settings.confidenceOdds()),
        Relevance.of(retrievalResult),
        allFeatures(features, retrievalResult));
  }

  /// The two answers first, the later one of them at the front if the question may mean the
  /// present.
  private static List<CandidateSentence> withOther(
      List<CandidateSentence> ordered, CandidateSentence other, boolean otherFirst) {
    var best = ordered.getFirst();
    var second = other.withScore(best.score());
    var all = new ArrayList<>(otherFirst ? List.of(second, best) : List.of(best, second));
    ordered.stream().skip(1).filter(c -> !c.isSame(other)).forEach(all::add);
    return all;
  }

  /// The number of sentences that would fit as well as those shown.
  private static int left(List<CandidateSentence> chosen, PlanSettings settings) {
    if (chosen.isEmpty()) {
      return 0;
    }
    double least = chosen.getFirst().score() - settings.margin();
    long fitting = chosen.stream().filter(c -> c.score() >= least).count();
    return (int) Math.max(0, fitting - settings.maxStatements());
  }

  private static TimePreference timePreference(Question question, QuestionAnalysis analysis) {
    var period = analysis.period();
    return new TimePreference(
        question.askedOn(),
        Recency.of(analysis).weight(),
        period == null ? null : period.range(),
        PASSAGE_IN_PERIOD,
        IN_PERIOD);
  }

  /// The candidates by their scores and ages, with the one first that the meaning of the question
  /// in time demands.
  private List<CandidateSentence> candidates(
      List<Evidence> evidence,
      NamedAnswer namedAnswer,
      QuestionAnalysis analysis,
      TimePreference timePreference) {
    var ranked = Candidates.rank(evidence, config.sentence());
    if (ranked.isEmpty()) {
      return ranked;
    }
    var corrected =
        ranked.stream()
            .map(c -> c.withScore(c.score() + Correction.points(c, ranked) + namedAnswer.points(c)))
            .toList();
    var byAge =
        corrected.stream()
            .map(c -> c.withScore(c.score() + points(c, analysis.period(), timePreference)))
            .sorted(CandidateSentence.BEST_FIRST)
            .toList();
    return Recency.of(analysis)
        .lead(corrected, timePreference.askedOn())
        .map(lead -> withLead(lead, byAge))
        .orElse(byAge);
  }

  private static List<CandidateSentence> withLead(
      CandidateSentence lead, List<CandidateSentence> ordered) {
    var all = new ArrayList<>(List.of(lead.withScore(ordered.getFirst().score())));
    ordered.stream().filter(candidate -> !candidate.isSame(lead)).forEach(all::add);
    return all;
  }

  /// A sentence that names the period is worth as much as one published in it.
  private static double points(
      CandidateSentence sentence, @Nullable Period period, TimePreference timePreference) {
    var published = sentence.published();
    double points = timePreference.points(published);
    boolean onlyNamesPeriod =
        period != null
            && !period.contains(published)
            && EvidenceFinder.names(period, sentence.text(), published);
    return onlyNamesPeriod ? points + timePreference.inPeriod() : points;
  }

  /// The candidates and the sentences that were not read, best first after the best one. Sentences
  /// near it in its passage often complete it.
  private List<CandidateSentence> further(
      CandidateSentence best,
      List<CandidateSentence> read,
      List<Evidence> evidence,
      PlanSettings settings) {
    var rest = new ArrayList<CandidateSentence>();
    read.stream().skip(1).forEach(rest::add);
    rest.addAll(Candidates.unread(evidence, settings.unreadOdds(), config.sentence()));
    var ordered = new ArrayList<>(List.of(best));
    rest.stream()
        .map(c -> c.isNear(best) ? c.withScore(c.score() + settings.nearBonus()) : c)
        .sorted(CandidateSentence.BEST_FIRST)
        .forEach(ordered::add);
    return ordered;
  }

  private static Map<String, Double> allFeatures(
      ConfidenceFeatures features, RetrievalResult retrievalResult) {
    var all = new LinkedHashMap<>(features.toMap());
    all.putAll(Relevance.features(retrievalResult));
    return all;
  }
}
