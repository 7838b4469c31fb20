package org.dossier.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// A reply to a question as text for a terminal.
///
/// @param terminal what it is laid out for
record ReplyText(Terminal terminal) {
  /// @param reply as the HTTP interface gives it
  String of(JsonNode reply) {
    var lines =
        reply.path("status").asText().equals("answered") ? answered(reply) : abstained(reply);
    return terminal.shown(String.join("\n", lines));
  }

  /// The answer with its markers, then what each points at, word for word.
  private List<String> answered(JsonNode reply) {
    var lines = new ArrayList<String>();
    lines.addAll(wrap("", reply.path("answer").asText()));
    for (var citation : reply.path("citations")) {
      var number = "[" + citation.path("number").asInt() + "] ";
      var indent = " ".repeat(number.length());
      var article = citation.path("article");
      lines.add("");
      lines.addAll(Columns.wrap(number, ArticleText.headline(article), terminal.width()));
      lines.add(indent + ArticleText.place(article));
      lines.addAll(wrap(indent, "“" + citation.path("quote").asText() + "”"));
    }
    return lines;
  }

  private List<String> abstained(JsonNode reply) {
    var lines = new ArrayList<String>();
    lines.addAll(wrap("", reply.path("abstention").path("explanation").asText()));
    var nearest = reply.path("abstention").path("nearest");
    if (!nearest.isEmpty()) {
      lines.add("");
      lines.add("The nearest articles:");
    }
    for (var article : nearest) {
      lines.addAll(Columns.wrap("  · ", ArticleText.headline(article), terminal.width()));
    }
    return lines;
  }

  private List<String> wrap(String indent, String words) {
    return Columns.wrap(indent, Printable.line(words), terminal.width());
  }
}
