package org.dossier.answer;

import java.util.List;

/// A reply in the program's own words, to a greeting or a question about the archive or the
/// program. It is computed from the metadata of the archive and cites nothing.
///
/// @param text plain text, in the language of the message
/// @param examples questions that the archive can answer; possibly empty
public record About(String text, List<String> examples, AnswerMetadata metadata) implements Answer {
  public About {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a reply needs text");
    }
    examples = List.copyOf(examples);
  }
}
