package org.dossier.archive;

import java.util.List;
import org.dossier.text.Span;

/// A sequence of whole sentences of one article: the unit of indexing and retrieval.
///
/// @param ordinal number of the passage within its article, from 0
/// @param span from the start of the first sentence to the end of the last, in the article's text
/// @param sentences in reading order, without overlap; never empty. Between two of them there may
///   be white space and characters without words that belong to neither.
public record Passage(int ordinal, Span span, List<Span> sentences) {
  public Passage {
    sentences = List.copyOf(sentences);
    if (sentences.isEmpty()
        || sentences.getFirst().start() != span.start()
        || sentences.getLast().end() != span.end()) {
      throw new IllegalArgumentException(
          "the span must extend from the first sentence to the last: " + span);
    }
  }
}
