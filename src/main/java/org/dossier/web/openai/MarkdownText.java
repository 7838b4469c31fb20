package org.dossier.web.openai;

import java.util.regex.Pattern;

/// Plain text in Markdown. Clients render a reply as Markdown, and the words of an article or of a
/// user must not become markup in it: neither a link, an image, HTML nor emphasis.
final class MarkdownText {
  /// Characters that begin or end markup anywhere; underscores only at the edge of a word, and
  /// ampersands only before the rest of a character reference.
  private static final Pattern ACTIVE =
      Pattern.compile(
          "[\\\\`*\\[\\]<]|~(?=~)|(?<=~)~|(?<![\\p{L}\\p{Nd}])_|_(?![\\p{L}\\p{Nd}])|&(?=#|[A-Za-z0-9]+;)");

  /// The beginning of a line that would make it a heading, a quotation, an item of a list, a code
  /// block or a line.
  private static final Pattern BLOCK = Pattern.compile("^(?:[#>+=|~-]|(\\d{1,9})(?=[.)]))");

  private static final Pattern ESCAPED = Pattern.compile("\\\\([!-/:-@\\[-`{-~])");

  private MarkdownText() {}

  /// `text`, one line, as Markdown that is rendered as the same text.
  static String escape(String text) {
    var inline = ACTIVE.matcher(text).replaceAll("\\\\$0");
    var block = BLOCK.matcher(inline);
    if (!block.find()) {
      return inline;
    }
    var number = block.group(1);
    return number == null ? "\\" + inline : number + "\\" + inline.substring(number.length());
  }

  /// The text that [#escape] was given.
  static String unescape(String markdown) {
    return ESCAPED.matcher(markdown).replaceAll("$1");
  }
}
