package org.dossier.answer.extraction;

import java.util.Comparator;
import java.util.List;
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
  private static final double MAX_PASSAGES = 500;

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
    var evidence = retrievalResult.evidence();
    var fused = evidence.stream().mapToDouble(e -> e.scores().fused()).sorted().toArray();
    int n = fused.length;
    return Map.of(
        "cosine", cosine(retrievalResult),
        "max-bm25", evidence.stream().mapToDouble(e -> e.scores().bm25()).max().orElse(0),
        "fused-margin", n < 2 ? 0 : fused[n - 1] - fused[n - 2],
        "fused-spread", n < 6 ? 0 : fused[n - 1] - fused[n - 6],
        "retrievers-agree", retrieversAgree(evidence) ? 1.0 : 0.0,
        "context-coverage", contextCoverage(retrievalResult),
        "sentence-coverage", sentenceCoverage(retrievalResult),
        "log-size", logSize(retrievalResult));
  }

  static double logSize(RetrievalResult retrievalResult) {
    return Math.log(1 + Math.min(MAX_PASSAGES, (double) retrievalResult.passages()));
  }

  private static boolean retrieversAgree(List<Evidence> evidence) {
    var lexical =
        evidence.stream().max(Comparator.comparingDouble((Evidence e) -> e.scores().bm25()));
    var vector =
        evidence.stream()
            .filter(e -> !Double.isNaN(e.scores().cosine()))
            .max(Comparator.comparingDouble((Evidence e) -> e.scores().cosine()));
    return lexical.isPresent() && vector.isPresent() && lexical.get().equals(vector.get());
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

  private static double sentenceCoverage(RetrievalResult retrievalResult) {
    return retrievalResult.evidence().stream()
        .flatMap(e -> e.analyzedSentences().stream())
        .mapToDouble(AnalyzedSentence::coverage)
        .max()
        .orElse(0);
  }
}
