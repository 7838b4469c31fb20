package org.dossier.archive;

import java.util.List;
import org.dossier.text.Span;

/// A run of whole sentences of one article: what is indexed and retrieved.
///
/// @param ordinal counts the passages of an article from 0
/// @param span from the first sentence's start to the last one's end, in the article's text
/// @param sentences in reading order, without overlap; never empty. Between two of them may stand
///   white space and signs without words that belong to neither.
public record Passage(int ordinal, Span span, List<Span> sentences) {
  public Passage {
    sentences = List.copyOf(sentences);
    if (sentences.isEmpty()
        || sentences.getFirst().start() != span.start()
        || sentences.getLast().end() != span.end()) {
      throw new IllegalArgumentException(
          "a passage reaches from its first sentence to its last: " + span);
    }
  }
}
