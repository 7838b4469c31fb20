package org.dossier.retrieval;

import java.util.Set;
import org.dossier.text.Span;

/// A sentence that is worth a closer look, and why.
///
/// @param span where it stands in its article's text
/// @param terms its analysed words
/// @param coverage the share of the question's terms, weighted by rarity, that the sentence
///   carries, or half that of what only its passage and title carry; 0 to 1
/// @param askedFor 1 if it carries a thing of the kind asked for that the question does not name, 0
///   if not, ½ where any kind will do
public record SelectedSentence(Span span, Set<String> terms, double coverage, double answerTypeScore) {
  public SelectedSentence {
    terms = Set.copyOf(terms);
  }
}
