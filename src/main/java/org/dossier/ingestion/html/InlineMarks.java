package org.dossier.ingestion.html;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.dossier.text.Punctuation;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// The inline elements of a page that change what its text says: withdrawn text, quotations,
/// superscripts and subscripts.
public final class InlineMarks {
  private static final Pattern STRUCK =
      Pattern.compile("line-through|strike-?through|struck-?out", Pattern.CASE_INSENSITIVE);
  private static final Pattern RAISED_OR_LOWERED =
      Pattern.compile(
          "vertical-align\\s*:\\s*(?:super|sub|text-top|text-bottom)", Pattern.CASE_INSENSITIVE);
  private static final Pattern LOWERED =
      Pattern.compile("vertical-align\\s*:\\s*(?:sub|text-bottom)", Pattern.CASE_INSENSITIVE);
  private static final Pattern NOTE =
      Pattern.compile(
          "(?:^|[\\s_-])(?:foot-?notes?|end-?notes?|notes?|fn|fnref|noteref|note-?ref|references?|cite|citation"
              + "|annotation|sdfootnoteanc)(?:$|[\\s_\\d-])",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern LABEL = Pattern.compile("\\p{Nd}{1,3}|[a-z]{1,3}|[*†‡§]{1,3}");
  private static final Set<String> NOTE_ELEMENTS =
      Set.of("span", "a", "small", "em", "i", "b", "mark", "cite");
  private static final Pattern NOTE_MARK =
      Pattern.compile("[(\\[]?(?:\\p{Nd}{1,3}|[a-z]|[*†‡§]{1,3})[)\\]]?");
  private static final Pattern NOTE_TARGET =
      Pattern.compile(
          "^#[_-]?(?:foot-?note|end-?note|note|fn|cite|ref|sdfootnote|ftn|edn)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final int FEW_WORDS = 6;

  /// Quotations that make up more than this share of a page are a layout.
  private static final double MAX_QUOTED = 0.5;

  private final Set<String> notes = new HashSet<>();
  private final boolean quoting;

  InlineMarks(Element root) {
    for (var raised : root.select("sup")) {
      var label = label(raised);
      if (!label.isEmpty()) {
        notes.add(label);
      }
    }
    int quoted = root.select("blockquote").stream().mapToInt(InlineMarks::length).sum();
    quoting = quoted > 0 && quoted <= MAX_QUOTED * length(root);
  }

  /// True for text that the publisher has struck out.
  static boolean isStruck(Element element) {
    return switch (element.normalName()) {
      case "del", "s", "strike" -> true;
      default ->
          (element.hasAttr("style") && STRUCK.matcher(element.attr("style")).find())
              || (element.hasAttr("class") && STRUCK.matcher(element.className()).find());
    };
  }

  /// True for a superscript or a subscript, by its element or its style.
  static boolean isRaisedOrLowered(Element element) {
    return switch (element.normalName()) {
      case "sup", "sub" -> true;
      case "span", "font", "small", "a" ->
          element.hasAttr("style") && RAISED_OR_LOWERED.matcher(element.attr("style")).find();
      default -> false;
    };
  }

  /// True for a subscript.
  static boolean isLowered(Element element) {
    return element.nameIs("sub")
        || (!element.nameIs("sup") && LOWERED.matcher(element.attr("style")).find());
  }

  /// True for blocks in a quotation that have no quotation marks themselves. The lines that name
  /// its source are no part of it.
  boolean needsQuotationMarks(Element block, String text) {
    return quoting
        && block.closest("blockquote") != null
        && block.closest("footer, figcaption, cite, h1, h2, h3, h4, h5, h6, table") == null
        && needsQuotationMarks(text);
  }

  /// True for the text of a quotation that has no quotation marks, and is no line of a few words.
  public static boolean needsQuotationMarks(String text) {
    boolean sentence = Punctuation.isTerminator(text.charAt(text.length() - 1));
    return !startsWithMark(text) && (sentence || SPACE.splitAsStream(text).count() > FEW_WORDS);
  }

  /// True if `raised` refers to a note.
  boolean isNote(Element raised) {
    var parent = raised.parent();
    return hasNoteName(raised)
        || raised.selectFirst("a[href*=#]") != null
        || (parent != null
            && parent.nameIs("a")
            && (parent.attr("href").contains("#") || hasNoteName(parent)))
        || notes.contains(raised.text().strip());
  }

  /// True for the mark of a note that is not raised by its element: a few characters with the name
  /// of a note, or a link to one, directly behind the words that it belongs to.
  ///
  /// @param before the text of the block before it
  static boolean isPlainNote(Element element, CharSequence before) {
    boolean attached =
        !before.isEmpty() && !Character.isWhitespace(before.charAt(before.length() - 1));
    return attached
        && NOTE_ELEMENTS.contains(element.normalName())
        && (isLinkToNote(element) || (element.attributesSize() > 0 && hasNoteName(element)))
        && NOTE_MARK.matcher(element.text().strip()).matches();
  }

  private static boolean isLinkToNote(Element element) {
    var target = element.nameIs("a") ? element.attr("href") : "";
    return target.startsWith("#") && NOTE_TARGET.matcher(target).find();
  }

  private static boolean hasNoteName(Element element) {
    return NOTE.matcher(element.className()).find()
        || NOTE.matcher(element.id()).find()
        || element.attr("role").equals("doc-noteref");
  }

  /// The mark of a note: a superscript at the beginning of its paragraph or behind another note.
  private static String label(Element element) {
    Node before = element.previousSibling();
    while (before instanceof TextNode words && words.isBlank()) {
      before = before.previousSibling();
    }
    boolean first = before == null || (before instanceof Element other && other.nameIs("br"));
    var label = element.text().strip();
    return first && LABEL.matcher(label).matches() && !RaisedText.isIsotope(label, after(element))
        ? label
        : "";
  }

  private static int length(Element element) {
    return element.text().length();
  }

  /// The quotation marks of a `<q>` that has none itself: single ones within another quotation.
  ///
  /// @param opening true for the mark at its beginning
  static String quotationMark(Element quotation, boolean opening) {
    var text = quotation.text().strip();
    if (text.isEmpty() || startsWithMark(text)) {
      return "";
    }
    boolean inner = quotation.parents().stream().anyMatch(parent -> parent.nameIs("q"));
    return inner ? (opening ? "‘" : "’") : (opening ? "“" : "”");
  }

  static boolean startsWithMark(String text) {
    return "\"“„«‘'”»—–―".indexOf(text.charAt(0)) >= 0;
  }

  /// The text directly after `element`.
  static String after(Element element) {
    Node next = element.nextSibling();
    if (next == null && element.parent() != null && element.parent().nameIs("a")) {
      next = element.parent().nextSibling();
    }
    return switch (next) {
      case TextNode words ->
          words.getWholeText().substring(0, Math.min(20, words.getWholeText().length()));
      case Element other -> other.text().substring(0, Math.min(20, other.text().length()));
      case null, default -> "";
    };
  }
}
