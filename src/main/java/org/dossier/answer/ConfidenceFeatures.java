package org.dossier.answer;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dossier.inference.Logistic;
import org.dossier.inference.SpanPrediction;
import org.dossier.retrieval.Evidence;
import org.dossier.retrieval.RetrievalResult;

/// What speaks for it that the archive answers a question. Few and plain on purpose: with more,
/// weights that were learned on some archives fitted others worse.
///
/// @param words the greatest BM25 score of a passage
/// @param agreement how many of the passages that were read say the words that answer in the best
///   sentence, each counted by how far the reader believes them there, 0 to 1
/// @param read the greatest log-odds, by the reader, that what it read of a passage answers; 0
///   where it read nothing
/// @param carried 1 if the best sentence carries nearly all rare words of the question, 0 if not:
///   what is said in one sentence need not be said twice
/// @param size the natural logarithm of how many passages there were to search, at most that of
///   [#MANY]: in a small archive even what answers lies further off
record ConfidenceFeatures(
    double words, double agreement, double read, double carried, double size) {

  /// With so many passages, more of them make no difference to how near the nearest comes.
  private static final double MANY = 500;

  private static final double NEARLY_ALL = 0.9;

  /// What the reader thinks of a passage by itself leans to "no answer here"; what counts in an
  /// agreement is whether the passage may well mean these words.
  private static final double BENEFIT_OF_DOUBT = 2;

  /// @param candidates best first, at least one
  /// @param retrievalResult what they stand in, and more
  static ConfidenceFeatures of(List<Candidate> candidates, RetrievalResult retrievalResult) {
    return new ConfidenceFeatures(
        words(retrievalResult),
        agreement(candidates),
        read(retrievalResult),
        candidates.getFirst().features().coverage() > NEARLY_ALL ? 1 : 0,
        Math.log(1 + Math.min(MANY, retrievalResult.passages())));
  }

  private static double words(RetrievalResult retrievalResult) {
    return retrievalResult.evidence().stream().mapToDouble(e -> e.scores().words()).max().orElse(0);
  }

  private static double read(RetrievalResult retrievalResult) {
    return retrievalResult.evidence().stream()
        .map(Evidence::reading)
        .filter(Objects::nonNull)
        .mapToDouble(SpanPrediction::answers)
        .max()
        .orElse(0);
  }

  private static double agreement(List<Candidate> candidates) {
    var words = candidates.getFirst().words();
    var believed = new HashMap<Integer, Double>();
    for (var candidate : candidates) {
      if (candidate.says(words)) {
        double odds = candidate.features().words() + BENEFIT_OF_DOUBT;
        believed.putIfAbsent(candidate.evidence().rank(), Logistic.probability(odds));
      }
    }
    return believed.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /// The probability that the archive answers: a logistic model.
  double confidence(AnswerConfig.ConfidenceWeights weights) {
    return Logistic.probability(
        weights.bias()
            + weights.bm25() * words
            + weights.agreement() * agreement
            + weights.readerAnswerability() * read
            + weights.fullCoverage() * carried
            + weights.logArchiveSize() * size);
  }

  /// By the names under which they are weighted.
  Map<String, Double> toMap() {
    var named = new LinkedHashMap<String, Double>();
    named.put("words", words);
    named.put("agreement", agreement);
    named.put("read", read);
    named.put("carried", carried);
    named.put("size", size);
    return named;
  }
}
