package org.dossier.answer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.dossier.retrieval.Retrieval;

/// What speaks for it that the archive answers a question. Few and plain on purpose: with more,
/// weights that were learned on some archives fitted others worse.
///
/// @param closeness the greatest cosine of the question and a sentence
/// @param words the greatest BM25 score of a passage
/// @param reading the reader's greatest log-odds for a sentence; 0 where none was read
/// @param size the natural logarithm of how many passages there were to search: the more there are,
///   the nearer comes what does not answer
record AnswerFeatures(double closeness, double words, double reading, double size) {

  /// @param read at least one
  /// @param retrieval what they stand in, and more
  static AnswerFeatures of(List<Candidate> read, Retrieval retrieval) {
    return new AnswerFeatures(
        greatest(read, SentenceFeatures::closeness),
        retrieval.evidence().stream()
            .mapToDouble(passage -> passage.scores().words())
            .max()
            .orElse(0),
        greatest(read, SentenceFeatures::reading),
        Math.log(1 + (double) retrieval.passages()));
  }

  private static double greatest(List<Candidate> read, ToDoubleFunction<SentenceFeatures> feature) {
    return read.stream().map(Candidate::features).mapToDouble(feature).max().orElse(0);
  }

  /// The probability that the archive answers: a logistic model.
  double confidence(AnswerConfig.ConfidenceWeights weights) {
    double logOdds =
        weights.bias()
            + weights.closeness() * closeness
            + weights.words() * words
            + weights.reading() * reading
            + weights.size() * size;
    return 1 / (1 + Math.exp(-logOdds));
  }

  /// By the names under which they are weighted.
  Map<String, Double> named() {
    var named = new LinkedHashMap<String, Double>();
    named.put("closeness", closeness);
    named.put("words", words);
    named.put("reading", reading);
    named.put("size", size);
    return named;
  }
}
