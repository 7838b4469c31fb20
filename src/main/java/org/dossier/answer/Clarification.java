package org.dossier.answer;

import java.util.List;

/// A question back: what was asked fits several people, events or periods, or refers to nothing
/// known.
///
/// @param text the question back; plain text
/// @param choices standalone questions to choose from, as the user could ask them; possibly empty
public record Clarification(String text, List<String> choices, AnswerMetadata metadata)
    implements Answer {
  public Clarification {
    choices = List.copyOf(choices);
  }
}
