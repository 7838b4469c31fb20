package org.dossier.retrieval;

import java.util.List;

/// What was found for one question, all of it from one state of the index.
///
/// @param evidence best first, perhaps none
/// @param generation the state of the index: the sequence of the last change that it had taken in
/// @param passages how many passages there were to search, whatever the filters
public record RetrievalResult(List<Evidence> evidence, long generation, long passages) {
  public RetrievalResult {
    evidence = List.copyOf(evidence);
  }

  /// The first `most` of `ordered`, from the same state of the index.
  RetrievalResult withEvidence(List<Evidence> ordered, int most) {
    return new RetrievalResult(ordered.stream().limit(most).toList(), generation, passages);
  }
}
