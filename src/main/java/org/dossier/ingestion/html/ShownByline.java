package org.dossier.ingestion.html;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// The short lines between the heading of a story and its first paragraph, among which are the
/// author and the date that the page shows. A link to the page of an author is a byline. They are
/// collected before they are removed as furniture.
final class ShownByline {
  private static final Pattern NAMES =
      Pattern.compile("(?:^|[\\s_-])(?:byline|author)", Pattern.CASE_INSENSITIVE);
  private static final Pattern AUTHOR_PAGE =
      Pattern.compile(
          "(?i)/(?:authors?|auteurs?|autor(?:en)?|people|staff|profiles?|by|contributors?|reporters?)/.|/@.");
  private static final int LONGEST = 160;
  private static final int SHORTEST_PARAGRAPH = 80;
  private static final int LEVELS = 4;
  private static final int MOST_LINES = 40;

  private ShownByline() {}

  /// The lines; those that are named as a byline come first.
  static List<String> find(@Nullable Element heading) {
    var lines = new Lines();
    var above = heading;
    for (int level = 0; above != null && level < LEVELS && !above.nameIs("body"); level++) {
      for (var below : above.nextElementSiblings()) {
        for (var element : (Iterable<Element>) below.stream()::iterator) {
          if (isParagraph(element) || lines.areMany()) {
            return lines.all();
          }
          lines.add(element);
        }
      }
      above = above.parent();
    }
    return lines.all();
  }

  private static boolean isParagraph(Element element) {
    return element.nameIs("p")
        ? element.text().length() >= SHORTEST_PARAGRAPH && !isNamed(element)
        : element.ownText().length() >= SHORTEST_PARAGRAPH;
  }

  /// True if the element has at most as many characters as a line; the text of an element with more
  /// is not put together.
  private static boolean isShort(Element element) {
    int length = 0;
    for (var words : (Iterable<TextNode>) element.nodeStream(TextNode.class)::iterator) {
      length += words.getWholeText().strip().length();
      if (length > LONGEST) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNamed(Element element) {
    return NAMES.matcher(element.className()).find() || NAMES.matcher(element.id()).find();
  }

  private static final class Lines {
    private final List<String> named = new ArrayList<>();
    private final List<String> others = new ArrayList<>();

    void add(Element element) {
      if (!isShort(element)) {
        return;
      }
      boolean author = element.nameIs("a") && AUTHOR_PAGE.matcher(element.attr("href")).find();
      var text = author ? "By " + element.text() : element.text();
      if (!text.isBlank()) {
        (isNamed(element) ? named : others).add(text);
      }
    }

    boolean areMany() {
      return named.size() + others.size() >= MOST_LINES;
    }

    List<String> all() {
      var all = new LinkedHashSet<>(named);
      all.addAll(others);
      return List.copyOf(all);
    }
  }
}
