package org.dossier.slack.message;

import java.util.ArrayList;
import java.util.List;

/// Splits paragraphs at Slack's length limit. The concatenated parts equal the original text.
final class TextRunSplitter {
  private TextRunSplitter() {}

  /// Splits `textRuns` into parts of at most `max` characters, after white space if possible.
  static List<List<TextRun>> split(List<TextRun> textRuns, int max) {
    var parts = new ArrayList<List<TextRun>>();
    var part = new ArrayList<TextRun>();
    int remaining = max;
    for (var textRun : textRuns) {
      var rest = textRun.text();
      while (rest.length() > remaining) {
        int offset = splitOffset(rest, remaining, part.isEmpty());
        if (offset > 0) {
          part.add(textRun.withText(rest.substring(0, offset)));
        }
        parts.add(List.copyOf(part));
        part.clear();
        rest = rest.substring(offset);
        remaining = max;
      }
      if (!rest.isEmpty()) {
        part.add(textRun.withText(rest));
        remaining -= rest.length();
      }
    }
    if (!part.isEmpty()) {
      parts.add(List.copyOf(part));
    }
    return parts;
  }

  /// The offset at which to split `text`, at most `remaining`; 0 to move all of `text` to the next
  /// part, which is useless if the current part is empty.
  private static int splitOffset(String text, int remaining, boolean partIsEmpty) {
    for (int i = remaining; i > 0; i--) {
      if (Character.isWhitespace(text.charAt(i - 1))) {
        return i;
      }
    }
    if (!partIsEmpty) {
      return 0;
    }
    return Character.isHighSurrogate(text.charAt(remaining - 1)) ? remaining - 1 : remaining;
  }
}
