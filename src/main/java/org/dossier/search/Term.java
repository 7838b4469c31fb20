package org.dossier.search;

import org.dossier.text.Span;

/// A word as the index sees it.
///
/// @param text brought to the form under which it is found: lower case, mostly its stem
/// @param span where it stands in the text it was taken from
public record Term(String text, Span span) {
  public Term {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("an empty term at " + span);
    }
  }
}
