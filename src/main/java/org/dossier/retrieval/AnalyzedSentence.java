package org.dossier.retrieval;

import java.util.Set;
import org.dossier.text.Span;

/// A sentence of a passage with the features by which it is selected.
///
/// @param span its place in the article's text
/// @param terms its analyzed terms
/// @param coverage the share of the question's terms, weighted by rarity, that the sentence
///   contains, plus half of the share that only its passage and title contain; 0 to 1
/// @param contextCoverage the share of the question's terms, weighted by rarity, that the passage
///   and title contain; 0 to 1
/// @param answerTypeScore 1 if it contains something of the expected answer type that the question
///   does not contain, 0 if not, ½ if the question expects no particular type
public record AnalyzedSentence(
    Span span, Set<String> terms, double coverage, double contextCoverage, double answerTypeScore) {
  public AnalyzedSentence {
    terms = Set.copyOf(terms);
  }

  /// The share of the question's terms, weighted by rarity, that the sentence itself contains, 0 to
  /// 1.
  public double ownCoverage() {
    return Math.max(0, 2 * coverage - contextCoverage);
  }
}
