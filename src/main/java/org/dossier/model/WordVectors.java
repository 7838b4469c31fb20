package org.dossier.model;

import java.util.List;

/// A text as a whole and word by word: what each word means where it stands.
///
/// @param whole the vector that [EmbeddingModel#ofPassage(String)] gives
/// @param words in order, punctuation among them; what exceeds 512 tokens is left out
public record WordVectors(float[] whole, List<Word> words) {
  public WordVectors {
    words = List.copyOf(words);
  }

  /// A word of the text.
  ///
  /// @param text in small letters, as the model's vocabulary has it
  /// @param vector of length 1
  /// @param rank its place in the model's vocabulary, which is sorted by how often words are used:
  ///   "the" is before "harbour"; a word that the vocabulary only has in pieces comes behind all
  public record Word(String text, float[] vector, int rank) {}
}
