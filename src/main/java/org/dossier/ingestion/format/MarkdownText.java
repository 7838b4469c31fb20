package org.dossier.ingestion.format;

import org.commonmark.node.Block;
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
import org.jspecify.annotations.Nullable;

/// The visible text of a Markdown document, without markup. Blocks are separated by a blank line,
/// items of a tight list by a line end. Links are reduced to their text; images and raw HTML are
/// removed.
///
/// @param heading the first-level heading at the beginning of the document; `null` if it has none
/// @param text the rest, or the entire text if there is no such heading
record MarkdownText(@Nullable String heading, String text) {

  static MarkdownText of(Node document) {
    var first = document.getFirstChild();
    while (first instanceof HtmlBlock
        || first instanceof ThematicBreak
        || first instanceof LinkReferenceDefinition) {
      first = first.getNext();
    }
    String heading = null;
    if (first instanceof Heading top && top.getLevel() == 1) {
      heading = new Writer().write(top);
      top.unlink();
    }
    return new MarkdownText(
        heading == null || heading.isEmpty() ? null : heading, new Writer().write(document));
  }

  /// The text with its heading first.
  String withHeading() {
    return heading == null ? text : heading + "\n\n" + text;
  }

  /// Traverses the tree without recursion, because hostile files can nest deeper than the stack
  /// permits.
  private static final class Writer {
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder block = new StringBuilder();

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
        case SoftLineBreak _ -> block.append(' ');
        case HardLineBreak _ -> block.append('\n');
        case HtmlInline html when html.getLiteral().startsWith("<br") -> block.append('\n');
        default -> {}
      }
      return !(node instanceof Image || node instanceof HtmlBlock || node instanceof HtmlInline);
    }

    private void leave(Node node) {
      switch (node) {
        case Paragraph _, Heading _ -> append((Block) node, normalized());
        case FencedCodeBlock code -> append(code, code.getLiteral().stripTrailing());
        case IndentedCodeBlock code -> append(code, code.getLiteral().stripTrailing());
        default -> {}
      }
    }

    private String normalized() {
      var words = block.toString().replaceAll("[ \\t]+", " ").replaceAll(" ?\\n ?", "\n").strip();
      block.setLength(0);
      return words;
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
