package org.dossier.ingestion.format;

import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.dossier.ingestion.html.HtmlFragment;
import org.dossier.ingestion.html.InlineMarks;
import org.jspecify.annotations.Nullable;

/// The visible text of a Markdown document, without markup. Blocks are separated by a blank line,
/// items of a tight list by a line end. Links are reduced to their text; images, struck-out text,
/// marks of footnotes and raw HTML other than prose are removed. Each row of a table is a line with
/// the headers of its values.
///
/// @param heading the first-level heading at the beginning of the document; `null` if it has none
/// @param text the rest, or the entire text if there is no such heading
record MarkdownText(@Nullable String heading, String text) {

  private static final Set<Class<?>> HIDDEN =
      Set.of(Image.class, HtmlBlock.class, HtmlInline.class, Strikethrough.class);

  private static final Pattern PROSE =
      Pattern.compile("(?i)\\s*+<(?:p|blockquote|ul|ol|dl|details|center)\\b");

  static MarkdownText of(Node document) {
    var first = document.getFirstChild();
    while (first instanceof HtmlBlock
        || first instanceof ThematicBreak
        || first instanceof LinkReferenceDefinition) {
      first = first.getNext();
    }
    String heading = null;
    if (first instanceof Heading top && top.getLevel() == 1) {
      heading = new Writer(false).write(top);
      top.unlink();
    }
    return new MarkdownText(
        heading == null || heading.isEmpty() ? null : heading,
        new Writer(isPartlyQuoted(document)).write(document));
  }

  /// False for a document that consists of quotations mostly: they are its layout.
  private static boolean isPartlyQuoted(Node document) {
    int blocks = 0;
    int quotations = 0;
    for (var node = document.getFirstChild(); node != null; node = node.getNext()) {
      blocks++;
      quotations += node instanceof BlockQuote ? 1 : 0;
    }
    return quotations * 2 <= blocks;
  }

  /// The text with its heading first.
  String withHeading() {
    return heading == null ? text : heading + "\n\n" + text;
  }

  /// Traverses the tree without recursion, because hostile files can nest deeper than the stack
  /// permits.
  private static final class Writer {
    private final StringBuilder text = new StringBuilder();
    private final MarkdownInlineText block = new MarkdownInlineText();
    private final boolean quoting;
    private MarkdownTable table = new MarkdownTable();

    /// @param quoting true if quotations get quotation marks
    Writer(boolean quoting) {
      this.quoting = quoting;
    }

    String write(Node root) {
      Node node = root;
      while (true) {
        boolean entered = enter(node);
        if (entered && node.getFirstChild() != null) {
          node = node.getFirstChild();
          continue;
        }
        leave(node);
        while (!node.equals(root) && node.getNext() == null) {
          node = node.getParent();
          leave(node);
        }
        if (node.equals(root)) {
          return text.toString();
        }
        node = node.getNext();
      }
    }

    /// True if the content of `node` is part of the text.
    private boolean enter(Node node) {
      switch (node) {
        case Text words -> block.append(words.getLiteral());
        case Code code -> block.append(code.getLiteral());
        case SoftLineBreak _ -> block.append(" ");
        case HardLineBreak _ -> block.append("\n");
        case HtmlInline html -> block.append(html);
        case TableBlock _ -> table = new MarkdownTable();
        default -> {}
      }
      return !HIDDEN.contains(node.getClass());
    }

    private void leave(Node node) {
      switch (node) {
        case Paragraph paragraph -> append(paragraph, quoted(paragraph, normalized()));
        case Heading heading -> append(heading, normalized());
        case TableCell cell -> table.add(cell, normalized());
        case TableBlock block -> append(block, String.join("\n", table.lines()));
        case HtmlBlock html -> append(html, html(html.getLiteral()));
        case FencedCodeBlock code -> append(code, code.getLiteral().stripTrailing());
        case IndentedCodeBlock code -> append(code, code.getLiteral().stripTrailing());
        default -> {}
      }
    }

    private String normalized() {
      return block.take();
    }

    /// The paragraph with quotation marks, if it is quoted and has none.
    private String quoted(Paragraph paragraph, String words) {
      boolean isQuoted =
          quoting
              && paragraph.getParent() instanceof BlockQuote
              && !words.isEmpty()
              && InlineMarks.needsQuotationMarks(words);
      return isQuoted ? "“" + words + "”" : words;
    }

    /// The text of raw HTML that is a paragraph, a list or a quotation.
    private static String html(String literal) {
      return PROSE.matcher(literal).lookingAt() ? HtmlFragment.text(literal) : "";
    }

    private void append(Block from, String words) {
      if (words.isBlank()) {
        return;
      }
      if (!text.isEmpty()) {
        text.append(followsAnItem(from) ? "\n" : "\n\n");
      }
      text.append(words);
    }

    /// True for a further item of a tight list, or of a list nested in it.
    private static boolean followsAnItem(Block block) {
      return block.getParent() instanceof ListItem item
          && item.getParent() instanceof ListBlock list
          && list.isTight()
          && (item.getPrevious() != null || list.getParent() instanceof ListItem);
    }
  }
}
