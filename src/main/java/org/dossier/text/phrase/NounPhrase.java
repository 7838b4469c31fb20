package org.dossier.text.phrase;

import org.dossier.text.Span;

/// A phrase of a text that names someone or something: "the agreement on energy", "Ali Baqeri",
/// "Iran and Russia".
///
/// @param own its own words, including an article: "the agreement"
/// @param whole its own words and the phrases attached to it: "the agreement on energy"
/// @param preposition the preposition directly before it, in lower case; empty if absent
/// @param kind how it refers to what it names
public record NounPhrase(Span own, Span whole, String preposition, Kind kind) {
  public NounPhrase {
    if (!whole.contains(own)) {
      throw new IllegalArgumentException("%s lies outside %s".formatted(own, whole));
    }
  }

  /// How a phrase refers to what it names.
  public enum Kind {
    /// By a proper name, possibly with words around it: "Ali Baqeri", "Iran's economy".
    NAME,
    /// As something known: "the agreement", "these talks".
    DEFINITE,
    /// As something of its kind: "a bridge", "expense ratios".
    OTHER,
    /// As the thing asked for: "which bridges", "how many seats".
    ASKED_FOR,
    /// A date: "in 2014".
    DATE
  }
}
