package org.dossier.answer.extraction;

import java.util.List;
import java.util.Map;
import org.dossier.retrieval.RetrievalResult;

/// What a plan found for a question.
///
/// @param retrievalResult the evidence
/// @param excerpts the statements of the answer, the answering one first; empty if no sentence fits
/// @param candidates all candidate sentences, best first
/// @param confidence that the excerpts answer the question, 0 to 1
/// @param relevance that the evidence is about what the question asks, 0 to 1
/// @param left the number of further items that would fit but are left out
/// @param features the values that the confidence is computed from, by name
public record Extraction(
    RetrievalResult retrievalResult,
    List<Excerpt> excerpts,
    List<CandidateSentence> candidates,
    double confidence,
    double relevance,
    int left,
    Map<String, Double> features) {
  public Extraction {
    excerpts = List.copyOf(excerpts);
    candidates = List.copyOf(candidates);
    features = Map.copyOf(features);
  }
}
