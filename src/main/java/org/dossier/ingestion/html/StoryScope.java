package org.dossier.ingestion.html;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// The part of a page that the properties of its story belong to. Boxes around the story, comments,
/// and parts of the story with times of their own are outside.
///
/// @param heading the story's; `null` if it is unknown
record StoryScope(@Nullable Element heading) {
  private static final int SHORTEST_ENTRY = 60;
  private static final String COMMENT = "[itemtype$=Comment], [itemprop=comment]";

  /// True if a property that `element` states is the story's.
  boolean holds(Element element) {
    return (!HtmlBoilerplateRemover.isBoilerplate(element) || isPropertyOfTheStory(element))
        && element.closest(COMMENT) == null
        && !isInPart(element);
  }

  /// True for a property of the item that has the story's heading; some pages state it in a footer.
  private boolean isPropertyOfTheStory(Element element) {
    var item =
        element.hasAttr("itemprop")
            ? element.closest("[itemscope]")
            : element.nameIs("abbr") ? element.closest(".hentry, .h-entry") : null;
    return item != null
        && (item.is(StorySigns.UNIT) || !element.hasAttr("itemprop"))
        && heading != null
        && StorySigns.holds(item, heading);
  }

  /// True in one of several articles below the heading of the story, or directly below another
  /// heading.
  private boolean isInPart(Element element) {
    if (heading == null) {
      return false;
    }
    var e = element;
    for (var part = e.parent();
        part != null && !StorySigns.holds(part, heading);
        part = e.parent()) {
      var above = e.previousElementSibling();
      if ((above != null && above.is(StorySigns.HEADINGS)) || isOneOfSeveralUnits(part)) {
        return true;
      }
      e = part;
    }
    return false;
  }

  private static boolean isOneOfSeveralUnits(Element element) {
    var next = element.nextElementSibling();
    var previous = element.previousElementSibling();
    if (element.is(StorySigns.UNIT)) {
      return isUnit(next) || isUnit(previous);
    }
    return (isEntryLike(element, next) || isEntryLike(element, previous))
        && element.text().length() >= SHORTEST_ENTRY;
  }

  /// True for an entry with a time next to one of the same kind.
  private static boolean isEntryLike(Element element, @Nullable Element other) {
    return other != null
        && other.nameIs(element.normalName())
        && other.className().equals(element.className())
        && other.selectFirst("time[datetime]") != null;
  }

  private static boolean isUnit(@Nullable Element element) {
    return element != null && element.is(StorySigns.UNIT);
  }
}
