package org.dossier.text.phrase;

import org.dossier.text.Span;

/// A phrase of a text that names somebody or something: "the agreement on energy", "Ali Baqeri",
/// "Iran and Russia".
///
/// @param own its own words, an article included: "the agreement"
/// @param whole with the phrases that are tied to it: "the agreement on energy"
/// @param preposition the one right before it, in lower case; empty where there is none
/// @param kind how it names
public record NounPhrase(Span own, Span whole, String preposition, Kind kind) {
  public NounPhrase {
    if (!whole.contains(own)) {
      throw new IllegalArgumentException("%s lies outside %s".formatted(own, whole));
    }
  }

  /// How a phrase names what it means.
  public enum Kind {
    /// By a proper name, perhaps with words around it: "Ali Baqeri", "Iran's economy".
    NAME,
    /// As something known: "the agreement", "these talks".
    DEFINITE,
    /// As something of its kind: "a bridge", "expense ratios".
    OTHER,
    /// As what is asked for: "which bridges", "how many seats".
    ASKED_FOR,
    /// A date: "in 2014".
    DATE
  }
}
