package org.dossier.question;

import java.util.List;

/// What was said before a question, as far as it helps to find what is meant: its words and meaning
/// count less than the question's own, and only for which passages come first. A passage's scores
/// are those for the question alone.
///
/// @param core what of the question's text is searched for; empty for all of it. The rest was put
///   there for readers and is better found through what was said
/// @param said in any order, perhaps nothing
public record ConversationContext(String searchText, List<WeightedText> utterances) {
  /// Nothing was said before.
  public static final ConversationContext NONE = new ConversationContext("", List.of());

  public ConversationContext {
    utterances = List.copyOf(utterances);
  }

  /// Something that was said.
  ///
  /// @param text never blank
  /// @param words what its words count beside those of the question, which count 1; from 0
  /// @param meaning what its vector counts beside that of the question, which counts 1; from 0
  public record WeightedText(String text, double lexicalWeight, double vectorWeight) {
    public WeightedText {
      if (text.isBlank() || !(lexicalWeight >= 0) || !(vectorWeight >= 0)) {
        throw new IllegalArgumentException(
            "no words, or weights below 0: “%s” %s %s".formatted(text, lexicalWeight, vectorWeight));
      }
    }
  }
}
