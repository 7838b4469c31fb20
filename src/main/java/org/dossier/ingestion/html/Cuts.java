package org.dossier.ingestion.html;

import java.util.ArrayList;
import java.util.List;
import org.dossier.archive.Omissions;
import org.dossier.text.WhiteSpace;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/// Removes the parts of a page that are not the story, and records them for those who check how a
/// page was read.
final class Cuts {
  private static final int LONGEST_TEXT = 120;
  private static final int LONGEST_NAME = 200;

  private final List<Omissions.Cut> cuts = new ArrayList<>();

  void remove(Element element, String reason) {
    if (element.ownerDocument() != null) {
      record(element, reason);
    }
    element.remove();
  }

  /// The removed parts that have text, in the order of their removal.
  List<Omissions.Cut> list() {
    return List.copyOf(cuts);
  }

  private void record(Element element, String reason) {
    var text = beginning(element);
    if (!text.isBlank()) {
      cuts.add(
          new Omissions.Cut(
              shortened(name(element), LONGEST_NAME),
              shortened(reason, LONGEST_NAME),
              shortened(text, LONGEST_TEXT)));
    }
  }

  private static String name(Element element) {
    var name = new StringBuilder(element.normalName());
    if (!element.id().isEmpty()) {
      name.append('#').append(element.id());
    }
    element.classNames().forEach(one -> name.append('.').append(one));
    return name.toString();
  }

  /// The text of `element`, of which no more is read than is shown: it may be most of the page.
  private static String beginning(Element element) {
    var text = new StringBuilder();
    element.filter(
        new NodeFilter() {
          @Override
          public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode words) {
              append(words.getWholeText(), text);
            } else if (node instanceof Element inner && inner.isBlock()) {
              append(" ", text);
            }
            return text.length() > LONGEST_TEXT ? FilterResult.STOP : FilterResult.CONTINUE;
          }
        });
    return text.toString().strip();
  }

  /// Appends `words` with normalized white space, once between two words.
  private static void append(String words, StringBuilder text) {
    if (words.isEmpty()) {
      return;
    }
    if (WhiteSpace.isWhiteSpace(words.charAt(0))) {
      appendSpace(text);
    }
    text.append(WhiteSpace.normalize(words));
    if (WhiteSpace.isWhiteSpace(words.charAt(words.length() - 1))) {
      appendSpace(text);
    }
  }

  private static void appendSpace(StringBuilder text) {
    if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
      text.append(' ');
    }
  }

  private static String shortened(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    int end = Character.isLowSurrogate(text.charAt(max)) ? max - 1 : max;
    return text.substring(0, end) + "…";
  }
}
