package org.dossier.answer;

import java.util.List;
import java.util.Map;

/// What an answer to one question was chosen from, for learning what each feature should count.
///
/// @param options the sentences that were read, best first
/// @param features what speaks for it that the archive answers, by name; empty where nothing was
///   read
public record Considered(List<Option> options, Map<String, Double> features) {
  public Considered {
    options = List.copyOf(options);
  }

  /// A sentence that was read.
  ///
  /// @param text its words
  /// @param features what speaks for it, by name
  public record Option(String text, Map<String, Double> features) {}

  static Considered of(List<Candidate> read, Map<String, Double> features) {
    return new Considered(
        read.stream()
            .map(candidate -> new Option(candidate.text(), candidate.features().named()))
            .toList(),
        features);
  }
}
