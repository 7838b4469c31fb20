package org.dossier.answer.extraction;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dossier.inference.Logistic;
import org.dossier.inference.SpanPrediction;
import org.dossier.retrieval.Evidence;
import org.dossier.retrieval.RetrievalResult;

/// The features of the classifier that decides whether the archive answers a question. Deliberately
/// few and plain: with more features, weights learned on some archives fitted others worse.
///
/// @param bm25 the greatest BM25 score of a passage
/// @param agreement how many of the passages that were read contain the answer words of the best
///   sentence, each weighted by the reader's probability for them there, 0 to 1; the passages of a
///   text that several articles print count once
/// @param readerAnswerability the reader's greatest log-odds that a passage answers the question; 0
///   if it read nothing
/// @param fullCoverage 1 if the best sentence contains nearly all rare words of the question, 0 if
///   not: a fact that one sentence states need not be stated twice
/// @param logArchiveSize the natural logarithm of the number of passages searched, at most that of
///   [Relevance#MAX_PASSAGES]: in a small archive even the passages that answer score lower
public record ConfidenceFeatures(
    double bm25,
    double agreement,
    double readerAnswerability,
    double fullCoverage,
    double logArchiveSize) {

  private static final double NEARLY_ALL = 0.9;

  /// Added to the reader's log-odds. On a single passage the reader leans towards "no answer here",
  /// and for agreement it is enough that the passage may well mean these words.
  private static final double BENEFIT_OF_DOUBT = 2;

  /// @param candidateSentences best first, at least one
  /// @param retrievalResult the passages of the candidates, and others
  public static ConfidenceFeatures of(
      List<CandidateSentence> candidateSentences, RetrievalResult retrievalResult) {
    return new ConfidenceFeatures(
        bm25(retrievalResult),
        agreement(candidateSentences),
        readerAnswerability(retrievalResult),
        candidateSentences.getFirst().features().coverage() > NEARLY_ALL ? 1 : 0,
        Relevance.logSize(retrievalResult));
  }

  private static double bm25(RetrievalResult retrievalResult) {
    return retrievalResult.evidence().stream().mapToDouble(e -> e.scores().bm25()).max().orElse(0);
  }

  private static double readerAnswerability(RetrievalResult retrievalResult) {
    return retrievalResult.evidence().stream()
        .map(Evidence::prediction)
        .filter(Objects::nonNull)
        .mapToDouble(SpanPrediction::answerScore)
        .max()
        .orElse(0);
  }

  private static double agreement(List<CandidateSentence> candidateSentences) {
    var words = candidateSentences.getFirst().words();
    var probabilities = new HashMap<String, Double>();
    for (var candidateSentence : candidateSentences) {
      if (candidateSentence.contains(words)) {
        double odds = candidateSentence.features().reader() + BENEFIT_OF_DOUBT;
        probabilities.putIfAbsent(
            witness(candidateSentence.evidence()), Logistic.probability(odds));
      }
    }
    return probabilities.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /// Identifies what counts once: the passage, or the text that several articles print.
  private static String witness(Evidence evidence) {
    return evidence.reprints().isEmpty() ? "" + evidence.rank() : "text " + evidence.printedText();
  }

  /// The probability, by a logistic model, that the archive answers the question.
  ///
  /// @param odds added to the log-odds, for the kind of the question
  public double confidence(AnswerConfig.ConfidenceWeights weights, double odds) {
    return Logistic.probability(
        weights.bias()
            + odds
            + weights.bm25() * bm25
            + weights.agreement() * agreement
            + weights.readerAnswerability() * readerAnswerability
            + weights.fullCoverage() * fullCoverage
            + weights.logArchiveSize() * logArchiveSize);
  }

  /// The features by the names of their weights.
  public Map<String, Double> toMap() {
    var named = new LinkedHashMap<String, Double>();
    named.put("bm25", bm25);
    named.put("agreement", agreement);
    named.put("reader-answerability", readerAnswerability);
    named.put("full-coverage", fullCoverage);
    named.put("log-archive-size", logArchiveSize);
    return named;
  }
}
