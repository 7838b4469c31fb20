package org.dossier.answer;

import java.util.List;
import java.util.Map;
import org.dossier.retrieval.Evidence;
import org.dossier.text.Span;

/// What an answer to one question was chosen from, for learning what each feature should count.
///
/// @param options the sentences that were read, best first
/// @param features what speaks for it that the archive answers, by name; empty where nothing was
///   read
public record AnswerFeatureDump(List<Option> options, Map<String, Double> features) {
  public AnswerFeatureDump {
    options = List.copyOf(options);
  }

  /// A sentence that was read.
  ///
  /// @param evidence the passage it stands in: what was read of one passage was read together
  /// @param span where it stands in its article's text
  /// @param features what speaks for it, by name
  public record Option(Evidence evidence, Span span, Map<String, Double> features) {
    /// Its words.
    public String text() {
      return span.of(evidence.source().article().text());
    }
  }

  static AnswerFeatureDump of(List<Candidate> read, Map<String, Double> features) {
    return new AnswerFeatureDump(
        read.stream().map(c -> new Option(c.evidence(), c.span(), c.features().toMap())).toList(),
        features);
  }
}
