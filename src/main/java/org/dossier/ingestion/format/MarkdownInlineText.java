package org.dossier.ingestion.format;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Pattern;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.dossier.ingestion.html.NoteMarks;
import org.dossier.ingestion.html.RaisedText;
import org.dossier.text.TextCleaner;

/// The visible text of one Markdown block, collected from its inline nodes. Of raw HTML, the tags
/// that change what a text says are read: superscripts and subscripts, struck-out text, quotations,
/// line breaks.
final class MarkdownInlineText {
  private static final Pattern TAG = Pattern.compile("<(/?)([A-Za-z]{1,10})\\b[^>]*+>");

  private final StringBuilder text = new StringBuilder();

  /// Where the text of each open superscript or subscript begins.
  private final Deque<Integer> raised = new ArrayDeque<>();

  private int struck;

  void append(String words) {
    if (struck == 0) {
      text.append(words);
    }
  }

  void append(HtmlInline html) {
    var tag = TAG.matcher(html.getLiteral());
    if (!tag.matches()) {
      return;
    }
    boolean opening = tag.group(1).isEmpty();
    var name = tag.group(2).toLowerCase(Locale.ROOT);
    switch (name) {
      case "br" -> append("\n");
      case "q" -> append(opening ? "“" : "”");
      case "del", "s", "strike" -> struck = Math.max(0, struck + (opening ? 1 : -1));
      case "sup", "sub" -> appendRaised(name, opening, html);
      default -> {}
    }
  }

  private void appendRaised(String name, boolean opening, Node tag) {
    if (opening) {
      raised.push(text.length());
    } else if (!raised.isEmpty()) {
      int start = raised.pop();
      var content = text.substring(start);
      text.setLength(start);
      var before = text.toString();
      boolean first = before.isBlank();
      append(
          name.equals("sub")
              ? RaisedText.subscript(content, before)
              : RaisedText.superscript(content, before, after(tag), first));
    }
  }

  private static String after(Node tag) {
    return tag.getNext() instanceof Text words ? words.getLiteral() : "";
  }

  /// The text with normalized white space, without the marks of footnotes; the next block begins.
  String take() {
    var words = text.toString().replaceAll("[ \\t]+", " ").replaceAll(" ?\\n ?", "\n").strip();
    text.setLength(0);
    raised.clear();
    struck = 0;
    return TextCleaner.clean(NoteMarks.remove(words)).strip();
  }
}
