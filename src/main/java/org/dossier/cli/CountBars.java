package org.dossier.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dossier.cli.terminal.TerminalSanitizer;
import org.dossier.web.json.GroupsJson.GroupJson;
import org.dossier.web.json.ReplyJson.FiguresJson;
import org.jspecify.annotations.Nullable;

/// Numbers of articles as bars of text, one line for each group.
///
/// @param width the width of the terminal
record CountBars(int width) {
  private static final int MAX_LABEL = 30;
  private static final int MAX_BAR = 40;

  /// The lines, after an empty one; no lines for a single group.
  List<String> format(@Nullable FiguresJson figures) {
    if (figures == null || figures.groups().groups().size() < 2) {
      return List.of();
    }
    var groups = figures.groups().groups();
    int label = groups.stream().mapToInt(group -> label(group).length()).max().orElse(0);
    long most = groups.stream().mapToLong(GroupJson::articles).max().orElse(1);
    int digits = String.valueOf(most).length();
    int longest = Math.clamp(width - label - digits - "    ".length(), 1, MAX_BAR);
    var lines = new ArrayList<String>(List.of(""));
    for (var group : groups) {
      int bar = (int) Math.max(1, Math.round((double) group.articles() * longest / most));
      lines.add(
          "  "
              + label(group)
              + " ".repeat(label - label(group).length() + 1)
              + "█".repeat(bar)
              + " "
              + group.articles());
    }
    return lines;
  }

  private static String label(GroupJson group) {
    var key = TerminalSanitizer.line(Objects.requireNonNullElse(group.key(), "unknown"));
    return key.length() <= MAX_LABEL ? key : key.substring(0, MAX_LABEL - 1) + "…";
  }
}
