package org.dossier.ingestion.format;

import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/// An element of a feed, whose properties are its children.
record FeedElement(Element element) {

  /// The line of the file in which it begins.
  int line() {
    return element.sourceRange().start().lineNumber();
  }

  /// The first child with this name.
  Optional<FeedElement> child(String name) {
    return children(name).findFirst();
  }

  Stream<FeedElement> children(String name) {
    return element.children().stream()
        .filter(child -> child.tagName().equalsIgnoreCase(name))
        .map(FeedElement::new);
  }

  /// The text of the first child that has one of these names and a text, in their order. Markup in
  /// it is not yet decoded.
  Optional<String> text(String... names) {
    return Stream.of(names)
        .flatMap(this::children)
        .map(FeedElement::text)
        .filter(text -> !text.isBlank())
        .findFirst();
  }

  /// Its own text; the markup of an element in XHTML.
  String text() {
    return element.attr("type").equals("xhtml") ? element.html() : element.wholeText().strip();
  }

  String attribute(String name) {
    return element.attr(name).strip();
  }
}
