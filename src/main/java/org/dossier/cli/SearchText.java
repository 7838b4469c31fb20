package org.dossier.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dossier.cli.terminal.ColumnLayout;
import org.dossier.cli.terminal.Terminal;
import org.dossier.cli.terminal.TerminalSanitizer;

/// What was found for some words, as text for a terminal.
///
/// @param terminal what it is laid out for
record SearchText(Terminal terminal) {
  /// @param found as the HTTP interface gives it
  String format(JsonNode found) {
    var evidence = found.path("evidence");
    if (evidence.isEmpty()) {
      return "Nothing was found.";
    }
    var passages = new ArrayList<String>();
    evidence.forEach(passage -> passages.add(String.join("\n", lines(passage))));
    return terminal.styled(String.join("\n\n", passages));
  }

  private List<String> lines(JsonNode passage) {
    var rank = passage.path("rank").asInt() + ". ";
    var indent = " ".repeat(rank.length());
    var article = passage.path("article");
    var score = String.format(Locale.ROOT, "%.2f", passage.path("scores").path("fused").asDouble());
    var headline = ArticleLabel.headline(article) + " (" + score + ")";
    var lines = new ArrayList<String>();
    lines.addAll(ColumnLayout.wrap(rank, headline, terminal.width()));
    lines.add(indent + ArticleLabel.place(article));
    lines.addAll(ColumnLayout.wrap(indent, highlight(passage), terminal.width()));
    return lines;
  }

  /// The passage with the words of the question in bold. Each piece is made printable by itself, so
  /// that only the bold is ours.
  private String highlight(JsonNode passage) {
    var text = passage.path("text").asText();
    var highlighted = new StringBuilder();
    int done = 0;
    for (var highlight : passage.path("highlights")) {
      int start = Math.clamp(highlight.path("start").asInt(), done, text.length());
      int end = Math.clamp(highlight.path("end").asInt(), start, text.length());
      highlighted.append(TerminalSanitizer.piece(text.substring(done, start)));
      highlighted.append(Terminal.bold(TerminalSanitizer.piece(text.substring(start, end))));
      done = end;
    }
    return highlighted.append(TerminalSanitizer.piece(text.substring(done))).toString().strip();
  }
}
