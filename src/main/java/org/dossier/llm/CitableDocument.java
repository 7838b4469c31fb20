package org.dossier.llm;

import java.util.List;

/// Sentences of one article, for a model that cites them by itself.
///
/// @param title the article's
/// @param source who published it and when, in words
/// @param sentences those that it may cite, at least one
public record CitableDocument(String title, String source, List<Sentence> sentences) {
  public CitableDocument {
    if (sentences.isEmpty()) {
      throw new IllegalArgumentException("nothing to cite from ‘" + title + "’");
    }
    sentences = List.copyOf(sentences);
  }

  /// @param number by which our markers refer to it
  /// @param text its words; a provider refuses blank ones
  public record Sentence(int number, String text) {
    public Sentence {
      if (text.isBlank()) {
        throw new IllegalArgumentException("sentence " + number + " has no words");
      }
    }
  }
}
