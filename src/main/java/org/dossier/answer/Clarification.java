package org.dossier.answer;

import java.util.List;
import org.dossier.archive.ArticleVersion;

/// A question back: what was asked fits several people, events or periods, or refers to nothing
/// known.
///
/// @param text the question back; plain text
/// @param choices standalone questions to choose from, as the user could ask them; possibly empty
/// @param mentioned the articles with words in the choices: if one is withdrawn, so are the choices
public record Clarification(
    String text, List<String> choices, List<ArticleVersion> mentioned, AnswerMetadata metadata)
    implements Answer {
  public Clarification {
    choices = List.copyOf(choices);
    mentioned = List.copyOf(mentioned);
  }

  /// A question back without words of any article.
  public Clarification(String text, List<String> choices, AnswerMetadata metadata) {
    this(text, choices, List.of(), metadata);
  }
}
