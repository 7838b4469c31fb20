package org.dossier.search;

import org.dossier.text.Span;

/// A term: a word in the form in which it is indexed.
///
/// @param text the indexed form: lower case, mostly its stem
/// @param span the place of the word in the text
public record Term(String text, Span span) {
  public Term {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("an empty term at " + span);
    }
  }
}
