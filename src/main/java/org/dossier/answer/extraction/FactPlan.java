package org.dossier.answer.extraction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dossier.question.Question;
import org.dossier.question.QuestionAnalysis;
import org.dossier.question.QuestionKind;
import org.dossier.retrieval.Evidence;
import org.dossier.retrieval.RetrievalResult;

/// The plan for questions that sentences answer by themselves: the sentence first that the reader
/// model takes for the answer, then those that add to it.
final class FactPlan implements ExtractionPlan {
  /// The score that the newest sentence gains over the oldest one as the latest answer.
  private static final double RECENCY = 2.5;

  private final EvidenceFinder evidenceFinder;
  private final AnswerConfig config;

  FactPlan(EvidenceFinder evidenceFinder, AnswerConfig config) {
    this.evidenceFinder = evidenceFinder;
    this.config = config;
  }

  @Override
  public Extraction extract(Question question, QuestionAnalysis analysis) {
    var retrievalResult = evidenceFinder.find(question, null, false, evidenceFinder.forReader());
    var evidence = retrievalResult.evidence();
    var settings = PlanSettings.of(analysis.kind());
    var candidates =
        Candidates.notCited(candidates(evidence, analysis.kind()), question, settings.margin());
    if (candidates.isEmpty()) {
      return Extraction.nothing(analysis.kind(), retrievalResult);
    }
    var features = ConfidenceFeatures.of(candidates, retrievalResult);
    var further =
        further(candidates.getFirst(), candidates, evidence, settings).stream()
            .filter(candidate -> !candidate.isIn(question.cited()))
            .toList();
    var chosen = ExtractiveSelector.choose(further);
    return new Extraction(
        analysis.kind(),
        retrievalResult,
        List.of(chosen.subList(0, Math.min(settings.maxStatements(), chosen.size()))),
        left(chosen, settings),
        candidates,
        features.confidence(config.confidence()),
        Relevance.of(retrievalResult),
        allFeatures(features, retrievalResult));
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

  private List<CandidateSentence> candidates(List<Evidence> evidence, QuestionKind kind) {
    var ranked = Candidates.rank(evidence, config.sentence());
    if (kind != QuestionKind.LATEST) {
      return ranked;
    }
    var days =
        ranked.stream()
            .map(c -> c.evidence().source().article().published())
            .filter(Objects::nonNull)
            .distinct()
            .sorted()
            .toList();
    return ranked.stream()
        .map(c -> c.withScore(c.score() + RECENCY * recency(c, days)))
        .sorted(CandidateSentence.BEST_FIRST)
        .toList();
  }

  /// 1 for a sentence of the newest article, 0 for one of the oldest.
  private static double recency(CandidateSentence sentence, List<LocalDate> days) {
    int at = days.indexOf(sentence.evidence().source().article().published());
    return days.size() < 2 || at < 0 ? 0 : (double) at / (days.size() - 1);
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
