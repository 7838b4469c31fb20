package org.dossier.web.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Document;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/// The Markdown that a reply may consist of: text, lists, the heading of the sources, and links to
/// this server's articles.
final class MarkdownRules {
  private static final Parser PARSER = Parser.builder().build();
  private static final Set<Class<? extends Node>> ALLOWED =
      Set.of(
          Document.class,
          Paragraph.class,
          Text.class,
          SoftLineBreak.class,
          BulletList.class,
          OrderedList.class,
          ListItem.class,
          Link.class,
          StrongEmphasis.class);

  private MarkdownRules() {}

  static void check(String content, String base) {
    var document = PARSER.parse(content);
    for (var node : nodes(document)) {
      assertThat(ALLOWED).as(content).contains(node.getClass());
      if (node instanceof Link link) {
        assertThat(link.getDestination()).as(content).startsWith(base + "/articles/");
      }
      if (node instanceof StrongEmphasis) {
        assertThat(text(node)).isEqualTo("Sources");
      }
    }
  }

  private static List<Node> nodes(Node parent) {
    var nodes = new ArrayList<Node>();
    nodes.add(parent);
    for (var child = parent.getFirstChild(); child != null; child = child.getNext()) {
      nodes.addAll(nodes(child));
    }
    return nodes;
  }

  /// The text that is shown for `markdown`.
  static String shown(String markdown) {
    return text(PARSER.parse(markdown));
  }

  private static String text(Node node) {
    var shown = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text text) {
            shown.append(text.getLiteral());
          }

          @Override
          public void visit(SoftLineBreak lineBreak) {
            shown.append('\n');
          }

          @Override
          public void visit(Image image) {
            throw new AssertionError("an image: " + image.getDestination());
          }
        });
    return shown.toString();
  }
}
