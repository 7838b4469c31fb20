package org.dossier.answer;

import java.util.List;
import org.dossier.archive.ArticleVersion;

/// A reply in the program's own words, to a greeting or a question about the archive or the
/// program. It is computed from the metadata of the archive and cites nothing.
///
/// @param text plain text, in the language of the message
/// @param examples questions that the archive can answer; possibly empty
/// @param mentioned the articles with words in the text or the examples: if one is withdrawn, so is
///   the stored reply
public record About(
    String text, List<String> examples, List<ArticleVersion> mentioned, AnswerMetadata metadata)
    implements Answer {
  public About {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a reply needs text");
    }
    examples = List.copyOf(examples);
    mentioned = List.copyOf(mentioned);
  }

  /// A reply without words of any article.
  public About(String text, List<String> examples, AnswerMetadata metadata) {
    this(text, examples, List.of(), metadata);
  }
}
