package org.dossier.ingestion.html;

import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// A remover of the stories of a page that are not the story of its title: stories that follow, and
/// teasers of others. A story begins with a headline that disagrees with the page's titles, at the
/// head of an element of its own, and has a sign of a separate publication ([StorySigns]).
///
/// Sections, entries of a list or a timeline, and the posts of a live blog have headlines of their
/// own, too, and are parts of the story.
final class OtherStories {
  private static final int MOST_HEADINGS = 500;
  private static final int SHORTEST_PROSE = 25;
  private static final Set<String> PROSE = Set.of("p", "blockquote", "pre", "li", "td");

  private final Element body;
  private final StoryIdentity identity;
  private final Element heading;
  private final StorySigns signs;
  private final Cuts cuts;

  /// The elements of which it is known whether they have prose.
  private final IdentityHashMap<Element, Boolean> prose = new IdentityHashMap<>();

  private OtherStories(
      Element body, StoryIdentity identity, Element heading, boolean live, Cuts cuts) {
    this.body = body;
    this.identity = identity;
    this.heading = heading;
    this.signs = new StorySigns(body, identity, heading, live);
    this.cuts = cuts;
  }

  /// Removes the other stories from `body`; none if the heading of the story is unknown.
  ///
  /// @param describedAsLive true if the page's metadata describe a live blog
  static void removeFrom(
      Element body,
      StoryIdentity identity,
      @Nullable Element heading,
      boolean describedAsLive,
      Cuts cuts) {
    if (heading == null) {
      return;
    }
    boolean live = describedAsLive || LiveBlog.is(body, identity, heading);
    var stories = new OtherStories(body, identity, heading, live, cuts);
    for (var headline : body.select(StorySigns.HEADINGS).stream().limit(MOST_HEADINGS).toList()) {
      if (headline.root().equals(body.root()) && !headline.equals(heading)) {
        stories.judge(headline);
      }
    }
  }

  private void judge(Element headline) {
    if (identity.isSame(headline, heading)) {
      return;
    }
    var story = around(headline);
    if (story.equals(headline)) {
      judgeFlat(headline);
    } else if (hasProse(story) && signs.isOther(story, headline)) {
      remove(story, headline);
    }
  }

  /// The largest element that begins with `headline` and does not contain the story's heading.
  private Element around(Element headline) {
    var around = headline;
    for (var parent = headline.parent();
        parent != null && !parent.equals(body) && !StorySigns.holds(parent, heading);
        parent = parent.parent()) {
      if (parent.ownText().length() >= 2 * SHORTEST_PROSE
          || hasProseAbove(around)
          || hasHeadlineBelow(around, headline)) {
        break;
      }
      around = parent;
    }
    return around;
  }

  /// True if the next story of the same rank follows.
  private static boolean hasHeadlineBelow(Element element, Element headline) {
    var next = element.nextElementSibling();
    return !element.equals(headline)
        && next != null
        && next.nameIs(element.normalName())
        && next.selectFirst(headline.normalName()) != null;
  }

  private boolean hasProseAbove(Element element) {
    return Stream.iterate(
            element.previousElementSibling(), Objects::nonNull, Element::previousElementSibling)
        .anyMatch(this::hasProse);
  }

  /// A story without an element of its own begins at its headline and ends with its parent.
  private void judgeFlat(Element headline) {
    if (!signs.isOtherWithoutElement(headline)) {
      return;
    }
    for (var e : Stream.iterate(headline, Objects::nonNull, Element::nextElementSibling).toList()) {
      if (StorySigns.holds(e, heading)) {
        break;
      }
      remove(e, headline);
    }
  }

  private void remove(Element element, Element headline) {
    cuts.remove(element, "another story: “" + headline.text() + "”");
  }

  private boolean hasProse(Element element) {
    return prose.computeIfAbsent(element, e -> e.stream().anyMatch(OtherStories::isProse));
  }

  private static boolean isProse(Element element) {
    if (PROSE.contains(element.normalName())) {
      return element.text().length() >= SHORTEST_PROSE;
    }
    return element.isBlock()
        && !element.is(StorySigns.HEADINGS)
        && element.ownText().length() >= SHORTEST_PROSE;
  }
}
