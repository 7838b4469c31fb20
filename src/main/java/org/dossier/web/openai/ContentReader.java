package org.dossier.web.openai;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads the statements of an earlier reply from its content, as a client sends it back.
final class ContentReader {
  /// One or more markers after a statement.
  private static final Pattern MARKERS = Pattern.compile(" ?(?<!\\\\)(?:\\[\\d{1,4}])++(?=\\s|$)");

  /// Statements are in the first paragraph, and longer texts are not from this program.
  private static final int MAX_LENGTH = 20_000;

  private ContentReader() {}

  /// The statements without their markers; empty if the content has no markers.
  static List<String> statements(String content) {
    var body =
        content.startsWith(ReplyContent.INTRODUCTION)
            ? content.substring(ReplyContent.INTRODUCTION.length())
            : content;
    var paragraph = body.strip().split("\n\n", 2)[0];
    var statements = new ArrayList<String>();
    if (paragraph.length() <= MAX_LENGTH) {
      var markers = MARKERS.matcher(paragraph);
      int start = 0;
      while (markers.find()) {
        var statement = MarkdownText.unescape(paragraph.substring(start, markers.start())).strip();
        if (!statement.isEmpty()) {
          statements.add(statement);
        }
        start = markers.end();
      }
    }
    return statements;
  }
}
