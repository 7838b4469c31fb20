package org.dossier.question;

import java.util.List;
import java.util.Map;

/// The conversation context of a question. Its terms and vectors weigh less than those of the
/// question and affect only the order of passages. The scores of a passage are those for the
/// question alone.
///
/// @param searchText the part of the question's text that is searched for; empty for all of it. The
///   rest was added for readers, and the utterances find it better
/// @param utterances earlier utterances, in any order; possibly empty
/// @param articles the ids of the articles that the last answer cited, each with the points that it
///   adds to the fused score of their passages; possibly empty
public record ConversationContext(
    String searchText, List<WeightedText> utterances, Map<String, Double> articles) {
  /// No context.
  public static final ConversationContext NONE = new ConversationContext("", List.of());

  public ConversationContext {
    utterances = List.copyOf(utterances);
    articles = Map.copyOf(articles);
  }

  /// A context without articles.
  public ConversationContext(String searchText, List<WeightedText> utterances) {
    this(searchText, utterances, Map.of());
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
