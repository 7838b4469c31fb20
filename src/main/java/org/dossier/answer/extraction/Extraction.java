package org.dossier.answer.extraction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dossier.question.Period;
import org.dossier.question.QuestionKind;
import org.dossier.retrieval.RetrievalResult;
import org.jspecify.annotations.Nullable;

/// The result of a plan for a question.
///
/// @param kind the kind of the question
/// @param retrievalResult the evidence
/// @param chosen the chosen sentences, best first, in a list for each side of a comparison and in
///   one list for other kinds
/// @param left the number of sentences that fit as well as the chosen ones and are left out
/// @param otherAnswer one of the chosen sentences that answers differently than the best one;
///   `null` if none does
/// @param candidates all candidate sentences, best first
/// @param confidence that the chosen sentences answer the question, 0 to 1
/// @param relevance that the evidence is about what the question asks, 0 to 1
/// @param features the values that both are computed from, by name
public record Extraction(
    QuestionKind kind,
    RetrievalResult retrievalResult,
    List<List<CandidateSentence>> chosen,
    int left,
    @Nullable CandidateSentence otherAnswer,
    List<CandidateSentence> candidates,
    double confidence,
    double relevance,
    Map<String, Double> features) {
  public Extraction {
    chosen = chosen.stream().filter(side -> !side.isEmpty()).map(List::copyOf).toList();
    candidates = List.copyOf(candidates);
    features = Map.copyOf(features);
  }

  /// Evidence without a sentence that could be part of an answer.
  static Extraction nothing(QuestionKind kind, RetrievalResult retrievalResult) {
    return new Extraction(kind, retrievalResult, List.of(), 0, null, List.of(), 0, 0, Map.of());
  }

  /// True if a passage of the evidence was published in `period` or names a date in it.
  public boolean isWithin(Period period) {
    return retrievalResult.evidence().stream()
        .anyMatch(evidence -> EvidenceFinder.names(period, evidence));
  }

  /// True if a passage of the evidence that is about the question was published after `day`,
  /// whether its sentences were chosen or not.
  public boolean hasNewerThan(LocalDate day) {
    var evidence = retrievalResult.evidence();
    double best = evidence.stream().mapToDouble(Relevance::contextCoverage).max().orElse(0);
    return evidence.stream()
        .filter(e -> Relevance.contextCoverage(e) >= NewestEvidence.RELEVANT_COVERAGE * best)
        .map(e -> e.source().article().published())
        .anyMatch(published -> published != null && published.isAfter(day));
  }

  /// The same evidence with other chosen sentences.
  Extraction withChosen(List<CandidateSentence> newChosen) {
    return new Extraction(
        kind,
        retrievalResult,
        List.of(newChosen),
        left,
        otherAnswer,
        candidates,
        confidence,
        relevance,
        features);
  }

  /// The same sentences with another judgement.
  Extraction judged(double newConfidence, double newRelevance) {
    return new Extraction(
        kind,
        retrievalResult,
        chosen,
        left,
        otherAnswer,
        candidates,
        newConfidence,
        newRelevance,
        features);
  }

  /// The statements of an answer, at most about `limit`: the same number for each side of a
  /// comparison, and none that scores far below the best one. The best one comes first, then the
  /// others of its article; those of a timeline are in the order of their days.
  public List<Excerpt> answering(int limit) {
    var settings = PlanSettings.of(kind);
    return excerpts(Math.min(perSide(limit), settings.maxStatements()), settings.margin());
  }

  /// The statements that are closest to the question, at most about `limit`.
  public List<Excerpt> closest(int limit) {
    return excerpts(perSide(limit), Double.POSITIVE_INFINITY);
  }

  private int perSide(int limit) {
    return Math.ceilDiv(limit, Math.max(1, chosen.size()));
  }

  private List<Excerpt> excerpts(int perSide, double margin) {
    var excerpts = new ArrayList<Excerpt>();
    for (var side : chosen) {
      double least = side.getFirst().score() - margin;
      var best = side.stream().limit(perSide).filter(c -> c.score() >= least).toList();
      excerpts.addAll(
          Excerpts.of(
              kind == QuestionKind.TIMELINE
                  ? Arrangement.byDay(best)
                  : Arrangement.bestFirst(best)));
    }
    return excerpts;
  }
}
