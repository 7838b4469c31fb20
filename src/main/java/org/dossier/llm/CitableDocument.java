package org.dossier.llm;

import java.util.List;

/// Sentences of one article for a model that cites by itself.
///
/// @param title the title of the article
/// @param source publisher and date of the article, as text
/// @param sentences the sentences that may be cited, at least one
public record CitableDocument(String title, String source, List<Sentence> sentences) {
  public CitableDocument {
    if (sentences.isEmpty()) {
      throw new IllegalArgumentException("no sentences to cite in ‘" + title + "’");
    }
    sentences = List.copyOf(sentences);
  }

  /// A sentence that may be cited.
  ///
  /// @param number the number that citation markers use for it
  /// @param text its text, not blank, because providers reject blank text
  public record Sentence(int number, String text) {
    public Sentence {
      if (text.isBlank()) {
        throw new IllegalArgumentException("sentence " + number + " is blank");
      }
    }
  }
}
