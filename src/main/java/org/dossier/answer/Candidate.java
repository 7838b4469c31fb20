package org.dossier.answer;

import java.util.Comparator;
import java.util.Set;
import org.dossier.retrieval.Evidence;
import org.dossier.text.Span;

/// A sentence that may be part of an answer.
///
/// @param evidence the passage it stands in
/// @param span where it stands in its article's text
/// @param terms its analysed words
/// @param features what speaks for it
/// @param score those, weighted
record Candidate(
    Evidence evidence, Span span, Set<String> terms, SentenceFeatures features, double score) {

  /// Best first; equal scores by rank of the passage, then by place in it.
  static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparingDouble(Candidate::score)
          .reversed()
          .thenComparing(candidate -> candidate.evidence.rank())
          .thenComparing(candidate -> candidate.span);

  String text() {
    return span.of(evidence.source().article().text());
  }

  String articleId() {
    return evidence.source().article().id();
  }

  /// The share of terms that both have, of all that either has (Jaccard), 0 to 1.
  double likeness(Candidate other) {
    long shared = terms.stream().filter(other.terms::contains).count();
    long all = terms.size() + other.terms.size() - shared;
    return all == 0 ? 0 : (double) shared / all;
  }
}
