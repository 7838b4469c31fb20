package org.dossier.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.dossier.cli.terminal.ColumnLayout;
import org.dossier.cli.terminal.Terminal;
import org.dossier.cli.terminal.TerminalSanitizer;

/// A reply to a question as text for a terminal.
///
/// @param terminal what it is laid out for
record ReplyText(Terminal terminal) {
  /// @param reply as the HTTP interface gives it
  String format(JsonNode reply) {
    var lines =
        reply.path("status").asText().equals("answered")
            ? formatAnswered(reply)
            : formatAbstained(reply);
    return terminal.styled(String.join("\n", lines));
  }

  /// The answer with its markers, then what each points at, word for word.
  private List<String> formatAnswered(JsonNode reply) {
    var lines = new ArrayList<String>();
    lines.addAll(wrap("", reply.path("answer").asText()));
    for (var citation : reply.path("citations")) {
      lines.add("");
      lines.addAll(formatCitation(citation));
    }
    lines.addAll(formatOrigin(reply.path("answeredBy")));
    return lines;
  }

  /// Who put it into words, where a model was asked to.
  private List<String> formatOrigin(JsonNode by) {
    var lines = new ArrayList<String>();
    if (by.path("kind").asText().equals("model")) {
      lines.add("");
      lines.addAll(
          wrap("", "In the words of " + by.path("model").asText() + ", each sentence checked."));
    } else if (by.path("fallback").asBoolean()) {
      lines.add("");
      lines.addAll(wrap("", "The model failed; these are the articles' own sentences."));
    }
    return lines;
  }

  private List<String> formatCitation(JsonNode citation) {
    var number = number(citation);
    var indent = " ".repeat(number.length());
    var article = citation.path("article");
    var lines = new ArrayList<String>();
    lines.addAll(ColumnLayout.wrap(number, ArticleLabel.headline(article), terminal.width()));
    lines.add(indent + ArticleLabel.place(article));
    lines.addAll(wrap(indent, "“" + citation.path("quote").asText() + "”"));
    return lines;
  }

  private static String number(JsonNode citation) {
    return "[" + citation.path("number").asInt() + "] ";
  }

  /// One statement with its markers.
  ///
  /// @param statement as the event `statement` has it
  String statement(JsonNode statement) {
    var markers = new StringBuilder();
    statement
        .path("citations")
        .forEach(number -> markers.append('[').append(number.asInt()).append(']'));
    var words = statement.path("text").asText() + " " + markers;
    return terminal.styled(String.join("\n", wrap("", words)));
  }

  /// What remains to be said once the statements have been: the headlines of what they cite, or why
  /// there are none; and what was understood where that is more than `message`.
  String afterStatements(JsonNode reply, String message) {
    var lines = new ArrayList<String>();
    if (reply.path("status").asText().equals("answered")) {
      for (var citation : reply.path("citations")) {
        var headline = ArticleLabel.headline(citation.path("article"));
        lines.addAll(ColumnLayout.wrap(number(citation), headline, terminal.width()));
      }
    } else {
      lines.addAll(formatAbstained(reply));
    }
    var understood = reply.path("question").asText();
    if (!understood.equals(message)) {
      lines.addAll(wrap("", "(understood as: " + understood + ")"));
    }
    return terminal.styled(String.join("\n", lines));
  }

  /// What each marker of the answer points at, word for word; empty for an abstention.
  String sources(JsonNode reply) {
    var lines = new ArrayList<String>();
    for (var citation : reply.path("citations")) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.addAll(formatCitation(citation));
    }
    return terminal.styled(String.join("\n", lines));
  }

  private List<String> formatAbstained(JsonNode reply) {
    var lines = new ArrayList<String>();
    lines.addAll(wrap("", reply.path("abstention").path("explanation").asText()));
    var nearest = reply.path("abstention").path("nearest");
    if (!nearest.isEmpty()) {
      lines.add("");
      lines.add("The nearest articles:");
    }
    for (var article : nearest) {
      lines.addAll(ColumnLayout.wrap("  · ", ArticleLabel.headline(article), terminal.width()));
    }
    return lines;
  }

  private List<String> wrap(String indent, String words) {
    return ColumnLayout.wrap(indent, TerminalSanitizer.line(words), terminal.width());
  }
}
