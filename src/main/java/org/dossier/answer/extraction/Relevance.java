package org.dossier.answer.extraction;

import java.util.Map;
import org.dossier.inference.Logistic;
import org.dossier.retrieval.AnalyzedSentence;
import org.dossier.retrieval.Evidence;
import org.dossier.retrieval.RetrievalResult;

/// The estimate whether evidence is about what a question asks, by words and by vectors: a low
/// value means that the archive has nothing on the subject.
final class Relevance {
  private static final int FIRST_PASSAGES = 6;

  // Learned by src/training/plans.py from questions that an archive answers, and from questions for
  // other archives.
  private static final double BIAS = -13.97;
  private static final double CONTEXT_COVERAGE = 7.81;
  private static final double COSINE = 26.84;
  private static final double LOG_SIZE = -1.36;

  /// Beyond this number of passages, more of them do not change the score of the nearest one.
  static final double MAX_PASSAGES = 500;

  private Relevance() {}

  /// 0 to 1.
  static double of(RetrievalResult retrievalResult) {
    return Logistic.probability(
        BIAS
            + CONTEXT_COVERAGE * contextCoverage(retrievalResult)
            + COSINE * cosine(retrievalResult)
            + LOG_SIZE * logSize(retrievalResult));
  }

  /// The features by name.
  static Map<String, Double> features(RetrievalResult retrievalResult) {
    return Map.of(
        "cosine", cosine(retrievalResult),
        "context-coverage", contextCoverage(retrievalResult),
        "log-size", logSize(retrievalResult));
  }

  /// The logarithm of the number of passages searched, at most that of [#MAX_PASSAGES].
  static double logSize(RetrievalResult retrievalResult) {
    return Math.log(1 + Math.min(MAX_PASSAGES, (double) retrievalResult.passages()));
  }

  /// The greatest cosine of a passage with the question; 0 if none has a vector.
  static double cosine(RetrievalResult retrievalResult) {
    return retrievalResult.evidence().stream()
        .limit(FIRST_PASSAGES)
        .mapToDouble(e -> e.scores().cosine())
        .filter(cosine -> !Double.isNaN(cosine))
        .max()
        .orElse(0);
  }

  /// The greatest share of the question's terms that one passage and its title contain.
  static double contextCoverage(RetrievalResult retrievalResult) {
    return retrievalResult.evidence().stream()
        .mapToDouble(Relevance::contextCoverage)
        .max()
        .orElse(0);
  }

  static double contextCoverage(Evidence evidence) {
    return evidence.analyzedSentences().stream()
        .mapToDouble(AnalyzedSentence::contextCoverage)
        .max()
        .orElse(0);
  }
}
