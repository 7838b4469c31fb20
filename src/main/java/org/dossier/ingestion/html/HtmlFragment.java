package org.dossier.ingestion.html;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

/// The value of a field that may be HTML: a paragraph with tags, or a name with character
/// references ("Smith &amp; Sons"). Both are decoded once.
public final class HtmlFragment {
  private static final Pattern REFERENCE =
      Pattern.compile("&(?:#\\d{1,7}|#[xX]\\p{XDigit}{1,6}|[A-Za-z][A-Za-z0-9]{1,31});");
  private static final String NAMES =
      "a|abbr|article|b|blockquote|br|caption|center|cite|code|dd|del|div|dl|dt|em|figcaption|figure"
          + "|font|h[1-6]|hr|i|img|ins|li|main|mark|ol|p|pre|q|s|section|small|span|strike|strong"
          + "|sub|sup|table|tbody|td|th|thead|time|tr|tt|u|ul";
  private static final Pattern TAG =
      Pattern.compile(
          "<(/?)(NAMES)(?:\\s[^<>]{0,2000}+)?/?>".replace("NAMES", NAMES),
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PARAGRAPH = Pattern.compile("(?i)<(?:p|br|div)\\b");
  private static final Set<String> WITHOUT_END = Set.of("br", "hr", "img");

  private HtmlFragment() {}

  /// The text of `value` in paragraphs, as a browser displays it. Words between angle brackets that
  /// are no tags of text are kept, and so is a tag that is only mentioned.
  public static String text(String value) {
    if (!hasMarkup(value)) {
      return decode(value);
    }
    // Without tags for paragraphs, the line ends are those of the author.
    boolean lines = !PARAGRAPH.matcher(value).find();
    var body = Jsoup.parseBodyFragment(lines ? "<pre>\n" + value + "</pre>" : value).body();
    body.select("script, style, noscript, template, [hidden]").remove();
    DataTables.rewrite(body);
    return HtmlTextBlocks.join(HtmlTextBlocks.of(body));
  }

  /// The text of a whole document or message, of which nothing visible is left out. Tables with
  /// data become lines.
  public static String document(String html) {
    var body = Jsoup.parse(html).body();
    body.select("script, style, noscript, template, [hidden], [style~=(?i)display\\s*:\\s*none]")
        .remove();
    // Word processors put a paragraph into each item and cell.
    body.select("li > p:only-child, td > p:only-child, th > p:only-child").unwrap();
    DataTables.rewrite(body);
    return HtmlTextBlocks.join(HtmlTextBlocks.of(body));
  }

  /// The text of `value` on one line.
  public static String line(String value) {
    return hasMarkup(value) ? text(value).replace('\n', ' ') : decode(value);
  }

  /// A value from which [#text] and [#line] return `text`.
  public static String escape(String text) {
    return text(text).equals(text) && line(text).equals(text)
        ? text
        : text.replace("&", "&amp;").replace("<", "&lt;");
  }

  private static String decode(String value) {
    return value.indexOf('&') < 0
        ? value
        : REFERENCE
            .matcher(value)
            .replaceAll(reference ->
                Matcher.quoteReplacement(Parser.unescapeEntities(reference.group(), true)));
  }

  /// True if `value` is HTML: a tag is closed, or needs no end.
  private static boolean hasMarkup(String value) {
    if (value.indexOf('<') < 0) {
      return false;
    }
    var opened = new HashSet<String>();
    var tag = TAG.matcher(value);
    while (tag.find()) {
      var name = tag.group(2).toLowerCase(Locale.ROOT);
      boolean closing = !tag.group(1).isEmpty();
      if (closing ? opened.contains(name) : WITHOUT_END.contains(name)) {
        return true;
      }
      if (!closing) {
        opened.add(name);
      }
    }
    return false;
  }
}
