package org.dossier.ingestion.html;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// The line with the author between the heading of a story and its first paragraph. It is found by
/// its class names, before it is removed as furniture.
final class ShownByline {
  private static final Pattern NAMES =
      Pattern.compile("(?:^|[\\s_-])(?:byline|author)", Pattern.CASE_INSENSITIVE);
  private static final int LONGEST = 160;
  private static final int SHORTEST_PARAGRAPH = 80;
  private static final int LEVELS = 4;

  private ShownByline() {}

  /// Its text; `null` if the page shows none there.
  static @Nullable String find(@Nullable Element heading) {
    var above = heading;
    for (int level = 0; above != null && level < LEVELS; level++) {
      for (var below : above.nextElementSiblings()) {
        for (var element : (Iterable<Element>) below.stream()::iterator) {
          if (isByline(element)) {
            return element.text();
          }
          if (element.nameIs("p") && element.text().length() >= SHORTEST_PARAGRAPH) {
            return null;
          }
        }
      }
      above = above.parent();
    }
    return null;
  }

  private static boolean isByline(Element element) {
    var text = element.text();
    return (NAMES.matcher(element.className()).find() || NAMES.matcher(element.id()).find())
        && !text.isBlank()
        && text.length() <= LONGEST;
  }
}
