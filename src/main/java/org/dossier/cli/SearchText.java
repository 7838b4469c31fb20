package org.dossier.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dossier.cli.terminal.ColumnLayout;
import org.dossier.cli.terminal.Terminal;
import org.dossier.cli.terminal.TerminalSanitizer;
import org.dossier.web.json.EvidenceJson;
import org.dossier.web.json.SearchJson;

/// The result of a search as text for a terminal.
///
/// @param terminal the terminal that it is laid out for
public record SearchText(Terminal terminal) {
  public String format(SearchJson result) {
    if (result.evidence().isEmpty()) {
      return "Nothing was found.";
    }
    return !result.relevant()
        ? "Nothing was found: no passage contains a word of the query, and none is similar to it."
        : terminal.styled(
            result.evidence().stream()
                .map(passage -> String.join("\n", lines(passage)))
                .collect(Collectors.joining("\n\n")));
  }

  private List<String> lines(EvidenceJson passage) {
    var rank = passage.rank() + ". ";
    var indent = " ".repeat(rank.length());
    var score = String.format(Locale.ROOT, "%.2f", passage.scores().fused());
    var headline = ArticleLabel.headline(passage.article()) + " (" + score + ")";
    var lines = new ArrayList<String>();
    lines.addAll(ColumnLayout.wrap(rank, headline, terminal.width()));
    lines.add(indent + ArticleLabel.location(passage.article()));
    if (!passage.alsoIn().isEmpty()) {
      lines.addAll(
          ColumnLayout.wrap(indent, ArticleLabel.alsoIn(passage.alsoIn()), terminal.width()));
    }
    lines.addAll(
        ColumnLayout.wrap(
            indent, highlight(passage) + ArticleLabel.page(passage.page()), terminal.width()));
    return lines;
  }

  /// The passage with the words of the query in bold. Each piece is sanitized by itself, so that
  /// the bold marks are the only control characters.
  private static String highlight(EvidenceJson passage) {
    var text = passage.text();
    var highlighted = new StringBuilder();
    int done = 0;
    for (var highlight : passage.highlights()) {
      int start = Math.clamp(highlight.start(), done, text.length());
      int end = Math.clamp(highlight.end(), start, text.length());
      highlighted.append(TerminalSanitizer.piece(text.substring(done, start)));
      highlighted.append(Terminal.bold(TerminalSanitizer.piece(text.substring(start, end))));
      done = end;
    }
    return highlighted.append(TerminalSanitizer.piece(text.substring(done))).toString().strip();
  }
}
