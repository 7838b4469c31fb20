package org.dossier.question;

import java.util.List;

/// The conversation context of a question. Its terms and vectors weigh less than those of the
/// question and affect only the order of passages. The scores of a passage are those for the
/// question alone.
///
/// @param searchText the part of the question's text that is searched for; empty for all of it. The
///   rest was added for readers, and the utterances find it better
/// @param utterances earlier utterances, in any order; possibly empty
public record ConversationContext(String searchText, List<WeightedText> utterances) {
  /// No context.
  public static final ConversationContext NONE = new ConversationContext("", List.of());

  public ConversationContext {
    utterances = List.copyOf(utterances);
  }

  /// An earlier utterance with its weights.
  ///
  /// @param text never blank
  /// @param lexicalWeight the weight of its terms, relative to those of the question; at least 0
  /// @param vectorWeight the weight of its vector, relative to that of the question; at least 0
  public record WeightedText(String text, double lexicalWeight, double vectorWeight) {
    public WeightedText {
      if (text.isBlank() || !(lexicalWeight >= 0) || !(vectorWeight >= 0)) {
        throw new IllegalArgumentException(
            "a blank text or a weight below 0: “%s” %s %s"
                .formatted(text, lexicalWeight, vectorWeight));
      }
    }
  }
}
