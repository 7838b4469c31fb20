package org.dossier.ingestion.html;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/// Removes the parts of a page that are not the story, and records them if someone has to see them.
final class Cuts {
  private static final int LONGEST_TEXT = 120;

  private final boolean recorded;
  private final List<WebPage.Cut> cuts = new ArrayList<>();

  Cuts(boolean recorded) {
    this.recorded = recorded;
  }

  void remove(Element element, String reason) {
    if (recorded && element.ownerDocument() != null) {
      record(element, reason);
    }
    element.remove();
  }

  /// The removed parts that have text, in the order of their removal.
  List<WebPage.Cut> list() {
    return List.copyOf(cuts);
  }

  private void record(Element element, String reason) {
    var text = element.text();
    if (!text.isBlank()) {
      cuts.add(new WebPage.Cut(name(element), reason, shortened(text)));
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

  private static String shortened(String text) {
    if (text.length() <= LONGEST_TEXT) {
      return text;
    }
    int end = text.offsetByCodePoints(0, text.codePointCount(0, LONGEST_TEXT));
    return text.substring(0, end) + "…";
  }
}
