package org.dossier.ingestion.html;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.dossier.text.InvisibleCharacters;
import org.dossier.text.TextCleaner;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/// The text of a web page as a browser displays it, block by block.
final class HtmlTextBlocks implements NodeVisitor {
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}&&[^\\n]]+");
  private static final Pattern AROUND_LINE_ENDS = Pattern.compile(" ?\\n ?");

  private final List<Block> blocks = new ArrayList<>();
  private final Deque<Element> open = new ArrayDeque<>();
  private final StringBuilder text = new StringBuilder();
  private int linked;
  private int links;
  private int preformatted;
  private int struck;

  /// The element that ends directly before; `null` if text follows it.
  private @Nullable Element ended;

  /// True if the next text is in another element than the last.
  private boolean apart;

  /// The mark of a note that is being left out; `null` if none is.
  private @Nullable Element note;

  /// Where the text of each open superscript or subscript begins.
  private final Deque<Integer> raised = new ArrayDeque<>();

  private final InlineMarks marks;

  /// A stretch of text without nested blocks: a paragraph, a heading, a list item, a table cell.
  ///
  /// @param text with normalized white space; a line end if the page forces one
  /// @param linked approximate number of its characters that are links
  /// @param element the innermost block element around it
  record Block(String text, int linked, Element element) {

    boolean isHeading() {
      return element.normalName().matches("h[1-6]");
    }

    /// True if both are short items of a group, each on its own line.
    boolean isEntryBefore(Block next) {
      return isEntry() && next.isEntry() && !element.equals(next.element);
    }

    private boolean isEntry() {
      return element.nameIs("li") || element.nameIs("td") || element.nameIs("th");
    }

    boolean isMostlyLinks() {
      return linked * 2 > text.length();
    }
  }

  private HtmlTextBlocks(Element root) {
    open.push(root);
    marks = new InlineMarks(root);
  }

  /// The non-empty blocks of `root`, in order.
  static List<Block> of(Element root) {
    var page = new HtmlTextBlocks(root);
    root.traverse(page);
    page.endBlock();
    return page.blocks;
  }

  /// Joins blocks into a text: paragraphs separated by a blank line, list items and cells by a line
  /// end.
  static String join(List<Block> blocks) {
    var text = new StringBuilder();
    for (int i = 0; i < blocks.size(); i++) {
      if (i > 0) {
        text.append(blocks.get(i - 1).isEntryBefore(blocks.get(i)) ? "\n" : "\n\n");
      }
      text.append(blocks.get(i).text());
    }
    return text.toString();
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode words) {
      append(words.getWholeText());
    } else if (node instanceof Element element) {
      enter(element);
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (!(node instanceof Element element)) {
      return;
    }
    if (element.isBlock() && !element.equals(open.peekLast())) {
      endBlock();
      open.pop();
    }
    leaveMark(element);
    ended = element;
    links -= element.nameIs("a") ? 1 : 0;
    preformatted -= element.nameIs("pre") ? 1 : 0;
  }

  private void enter(Element element) {
    enterMark(element);
    links += element.nameIs("a") ? 1 : 0;
    preformatted += element.nameIs("pre") ? 1 : 0;
    boolean time = element.nameIs("time") || (ended != null && ended.nameIs("time"));
    if (time && endsInWord()) {
      // Pages separate times by their styles only.
      append(" ");
    }
    apart |= ended != null && isLabel(ended) && isLabel(element);
    ended = null;
    if (element.nameIs("br")) {
      breakLine();
    } else if (element.isBlock() && !element.equals(open.peekLast())) {
      endBlock();
      open.push(element);
    }
  }

  private void enterMark(Element element) {
    struck += InlineMarks.isStruck(element) ? 1 : 0;
    if (note == null && InlineMarks.isPlainNote(element, text)) {
      note = element;
      struck++;
    }
    if (InlineMarks.isRaisedOrLowered(element)) {
      raised.push(text.length());
    } else if (element.nameIs("q")) {
      append(InlineMarks.quotationMark(element, true));
    }
  }

  private void leaveMark(Element element) {
    if (InlineMarks.isRaisedOrLowered(element)) {
      convertRaised(element, raised.pop());
    } else if (element.nameIs("q")) {
      append(InlineMarks.quotationMark(element, false));
    }
    struck -= InlineMarks.isStruck(element) ? 1 : 0;
    if (element.equals(note)) {
      note = null;
      struck--;
    }
  }

  /// Replaces the text from `start` on, which is that of a superscript or subscript.
  private void convertRaised(Element element, int start) {
    if (struck > 0 || start > text.length()) {
      return;
    }
    var content = text.substring(start);
    text.setLength(start);
    var before = text.substring(Math.max(0, start - 20));
    text.append(
        InlineMarks.isLowered(element)
            ? RaisedText.subscript(content, before)
            : RaisedText.superscript(
                content, before, InlineMarks.after(element), marks.isNote(element)));
  }

  private void append(String words) {
    ended = null;
    if (struck > 0 || words.isEmpty()) {
      return;
    }
    if (apart && endsInSmallLetter() && Character.isUpperCase(words.charAt(0))) {
      // So are the parts of a line: "3 min read", "May 14".
      text.append(' ');
    }
    apart = false;
    text.append(preformatted > 0 ? words : words.replace('\n', ' '));
    linked += links > 0 ? words.strip().length() : 0;
  }

  /// Two consecutive line breaks end a paragraph in old pages.
  private void breakLine() {
    if (endsALine()) {
      endBlock();
    } else {
      text.append('\n');
    }
  }

  private boolean endsInWord() {
    return !text.isEmpty() && Character.isLetterOrDigit(text.charAt(text.length() - 1));
  }

  private static boolean isLabel(Element element) {
    return element.nameIs("span") || element.nameIs("a");
  }

  private boolean endsInSmallLetter() {
    return endsInWord() && !Character.isUpperCase(text.charAt(text.length() - 1));
  }

  private boolean endsALine() {
    int last = text.length() - 1;
    while (last >= 0 && text.charAt(last) != '\n' && Character.isWhitespace(text.charAt(last))) {
      last--;
    }
    return last >= 0 && text.charAt(last) == '\n';
  }

  private void endBlock() {
    var shown = InvisibleCharacters.removeWithin(text.toString());
    var folded =
        AROUND_LINE_ENDS.matcher(SPACES.matcher(shown).replaceAll(" ")).replaceAll("\n").strip();
    var words = TextCleaner.clean(NoteMarks.remove(folded)).strip();
    if (!words.isEmpty()) {
      boolean quoted = marks.needsQuotationMarks(open.element(), words);
      blocks.add(new Block(quoted ? "“" + words + "”" : words, linked, open.element()));
    }
    text.setLength(0);
    linked = 0;
    apart = false;
  }
}
