package org.dossier.retrieval;

import java.util.List;

/// The evidence for one question, from one state of the index.
///
/// @param evidence best first; possibly empty
/// @param generation the state of the index: the sequence of the last change that it contained
/// @param passages the number of passages in the index, regardless of filters
public record RetrievalResult(List<Evidence> evidence, long generation, long passages) {
  public RetrievalResult {
    evidence = List.copyOf(evidence);
  }

  /// Other evidence from the same state of the index.
  public RetrievalResult withEvidence(List<Evidence> other) {
    return new RetrievalResult(other, generation, passages);
  }

  /// The first `limit` of `ranked`, from the same state of the index.
  RetrievalResult withEvidence(List<Evidence> ranked, int limit) {
    return new RetrievalResult(ranked.stream().limit(limit).toList(), generation, passages);
  }
}
