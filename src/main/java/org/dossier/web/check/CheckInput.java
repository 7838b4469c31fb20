package org.dossier.web.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.dossier.archive.Article;

/// The input of a verification: an answer with its sources, or a text with or without sources.
public sealed interface CheckInput {
  /// The maximum number of characters of a text.
  int MAX_TEXT = 20_000;

  /// The maximum number of statements of an answer.
  int MAX_STATEMENTS = 100;

  /// @param answer with at most [#MAX_STATEMENTS] statements
  record Answer(CitedAnswer answer) implements CheckInput {}

  /// @param text not blank, at most [#MAX_TEXT] characters
  /// @param sources in the form of articles whose ids are their numbers; empty for the archive
  record Text(String text, List<Article> sources) implements CheckInput {
    public Text {
      sources = List.copyOf(sources);
    }
  }

  /// Reads `{"text": …}`, `{"text": …, "sources": …}`, or an answer as [CitedAnswerReader].
  ///
  /// @throws InvalidAnswerException naming the field, and the limit if one is exceeded
  static CheckInput read(JsonNode root) {
    if (!root.isObject()) {
      throw new InvalidAnswerException("is not a JSON object");
    }
    return root.hasNonNull("text") ? text(root) : answer(CitedAnswerReader.read(root));
  }

  private static CheckInput text(JsonNode root) {
    var text = root.path("text");
    // Generated clients send empty lists for what is not set.
    if (!root.path("statements").isEmpty()) {
      throw new InvalidAnswerException("text: excludes statements");
    }
    if (!text.isTextual() || text.asText().isBlank()) {
      throw new InvalidAnswerException("text: is not a non-blank string");
    }
    if (text.asText().length() > MAX_TEXT) {
      throw new InvalidAnswerException(
          "text: has %d characters; the limit is %d".formatted(text.asText().length(), MAX_TEXT));
    }
    return new Text(
        CitedAnswerReader.encodable(text.asText(), "text"),
        root.hasNonNull("sources") ? GivenSources.read(root) : List.of());
  }

  private static CheckInput answer(CitedAnswer answer) {
    if (answer.statements().size() > MAX_STATEMENTS) {
      throw new InvalidAnswerException(
          "statements: has %d elements; the limit is %d"
              .formatted(answer.statements().size(), MAX_STATEMENTS));
    }
    return new Answer(answer);
  }
}
