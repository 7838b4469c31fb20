package org.dossier.answer;

import java.util.List;
import java.util.Map;
import org.dossier.answer.extraction.CandidateSentence;
import org.dossier.retrieval.Evidence;
import org.dossier.text.Span;

/// The features that an answer to one question was chosen by, for learning their weights.
///
/// @param options the candidate sentences, best first
/// @param features the confidence features, by name; empty if there are no candidates
public record AnswerFeatureDump(List<Option> options, Map<String, Double> features) {
  public AnswerFeatureDump {
    options = List.copyOf(options);
  }

  /// A candidate sentence.
  ///
  /// @param evidence the passage that contains it; the reader reads the sentences of a passage
  ///   together
  /// @param span its place in the text of its article
  /// @param features the sentence features, by name
  public record Option(Evidence evidence, Span span, Map<String, Double> features) {
    /// The text of the sentence.
    public String text() {
      return span.of(evidence.source().article().text());
    }
  }

  static AnswerFeatureDump of(List<CandidateSentence> read, Map<String, Double> features) {
    return new AnswerFeatureDump(
        read.stream().map(c -> new Option(c.evidence(), c.span(), c.features().toMap())).toList(),
        features);
  }
}
