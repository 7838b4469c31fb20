package org.dossier.ingestion.html;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/// The signs that a part of a page is a separate publication: an address, a date, an author, a
/// headline that links to another page, or a headline of the rank and style of the story's.
final class StorySigns {
  static final Evaluator HEADINGS = QueryParser.parse("h1, h2, h3, h4, [itemprop=headline]");

  /// The elements that publish something of their own, or a post of a live blog.
  static final Evaluator UNIT =
      QueryParser.parse("article, [role=article], [itemtype~=(?i)(Article|BlogPosting)$]");

  private static final Evaluator AUTHOR = QueryParser.parse("[itemprop=author], [rel=author]");
  private static final Evaluator DATE =
      QueryParser.parse(
          "time[datetime], [itemprop=datePublished], [itemprop=author], [rel=author]");
  private static final int LONGEST_TEASER = 400;
  private static final int SHORTEST_PROSE = 25;
  private static final int SHORTEST_STORY = 150;
  private static final int SHORTEST_LEAD = 60;
  private static final int MOST_STORIES = 3;
  private static final Pattern ANNOUNCED =
      Pattern.compile(
          "(?:^|[\\s_-])(?:next|related|more|other|further|recirc|up-?next|read-?(?:next|more))[_-]?"
              + "(?:article|story|stories|post|posts|articles|news|up)?(?:$|[\\s_-])",
          Pattern.CASE_INSENSITIVE);

  private static final int LONGEST_BYLINE = 120;
  private static final Pattern BYLINE =
      Pattern.compile(
          "(?i)(?:^|[\\s_-])(?:byline|author|dateline|posted-on|post-?meta|entry-?meta)");
  private static final Pattern BY = Pattern.compile("By \\p{Lu}");

  /// A list of this many entries with linked headings is a part of the story.
  private static final int SHORTEST_LIST = 3;

  private final Element body;
  private final StoryIdentity identity;
  private final Element heading;
  private final boolean live;

  StorySigns(Element body, StoryIdentity identity, Element heading, boolean live) {
    this.body = body;
    this.identity = identity;
    this.heading = heading;
    this.live = live;
  }

  /// True if `story`, which begins with `headline`, is not a part of the story of the page.
  boolean isOther(Element story, Element headline) {
    boolean unit = story.is(UNIT) || story.selectFirst(UNIT) != null;
    if (StoryIdentity.ownAddresses(story).anyMatch(identity::isOtherPage)) {
      return true;
    }
    if ((linksAway(headline) && isTeaser(story, unit)) || isAnnounced(story)) {
      return true;
    }
    if (isOutside(story, headline, unit)) {
      return !live || headline.nameIs("h1");
    }
    if (live || isInTheStory(headline)) {
      return headline.nameIs("h1") && ((unit && live) || isLikeTheHeading(headline));
    }
    return isLikeTheHeading(headline)
        || (headline.nameIs("h1") && (unit || isDated(story)))
        || (isDated(story) && !isEntryOfTheStory(story));
  }

  /// True if a story that is not the page's begins with `headline`, without an element around it.
  boolean isOtherWithoutElement(Element headline) {
    boolean level = headline.nameIs("h1") || headline.normalName().equals(heading.normalName());
    var next = headline.nextElementSibling();
    if (live || next == null || !isAfterHeading(headline)) {
      return false;
    }
    if (linksAway(headline) && isByline(next)) {
      return true;
    }
    if (!level) {
      return false;
    }
    return isByline(next)
        || next.attr("itemprop").equals("articleBody")
        || (!isLong(next) && next.selectFirst(DATE) != null)
        || isSeparated(headline)
        || (isStyledLikeTheHeading(headline) && isOneOfFew(headline));
  }

  /// True outside the part of the page that holds the story: `<main>` holds all of it, an article
  /// at least has no other articles outside.
  private boolean isOutside(Element story, Element headline, boolean unit) {
    var main = heading.closest("main, [role=main]");
    if (main != null && !holds(main, story)) {
      return hasText(main);
    }
    var article = heading.closest(UNIT);
    return article != null
        && !holds(article, story)
        && hasText(article)
        && (unit || headline.nameIs("h1"));
  }

  private static boolean hasText(Element element) {
    return element.text().length() >= SHORTEST_STORY;
  }

  /// True for an element that is named as the next or as a related story.
  private static boolean isAnnounced(Element story) {
    return ANNOUNCED.matcher(story.className() + " " + story.id()).find();
  }

  private static boolean isSeparated(Element headline) {
    var before = headline.previousElementSibling();
    return headline.nameIs("h1") && before != null && before.nameIs("hr");
  }

  private boolean isTeaser(Element story, boolean unit) {
    return unit
        || isDated(story)
        || (story.text().length() <= LONGEST_TEASER && !(isInTheStory(story) && isInList(story)));
  }

  /// True if `element` is in the same article as the story's heading.
  private boolean isInTheStory(Element element) {
    var article = heading.closest(UNIT);
    return article != null && holds(article, element);
  }

  private static boolean isInList(Element story) {
    var parent = story.parent();
    return parent != null
        && parent.children().stream()
                .filter(e -> e.nameIs(story.normalName()) && e.selectFirst(HEADINGS) != null)
                .count()
            >= SHORTEST_LIST;
  }

  /// True for an entry of a list, and for one of several entries next to the story's own paragraphs
  /// that have dates, but no authors, as in a timeline.
  private boolean isEntryOfTheStory(Element story) {
    var parent = story.parent();
    if (story.nameIs("li")) {
      return true;
    }
    return parent != null
        && holds(parent, heading)
        && !story.is(UNIT)
        && story.selectFirst(AUTHOR) == null
        && isInList(story);
  }

  /// True for a line with the author or the day of a story.
  private static boolean isByline(Element line) {
    return line.is(DATE)
        || (line.text().length() <= LONGEST_BYLINE
            && (line.selectFirst(DATE) != null
                || BYLINE.matcher(line.className()).find()
                || BY.matcher(line.text()).lookingAt()));
  }

  private boolean isAfterHeading(Element headline) {
    for (var e = heading; e != null && !e.equals(body); e = e.parent()) {
      if (e.parent() != null && e.parent().equals(headline.parent())) {
        return e.elementSiblingIndex() < headline.elementSiblingIndex();
      }
    }
    return false;
  }

  /// True for a headline of the rank or style of the story's, in an element like that of the story.
  /// The chapters of a text have such headlines, too, in elements next to the heading alone.
  private boolean isLikeTheHeading(Element headline) {
    boolean ranked = headline.nameIs("h1") && heading.nameIs("h1");
    return (ranked || isStyledLikeTheHeading(headline)) && haveSimilarContainers(headline);
  }

  /// Many editors give all headings of a text one class; only a class for titles distinguishes.
  private boolean isStyledLikeTheHeading(Element headline) {
    return headline.normalName().equals(heading.normalName())
        && !heading.className().isBlank()
        && headline.className().equals(heading.className())
        && (heading.nameIs("h1") || heading.className().matches("(?i).*(?:title|headline).*"));
  }

  /// True for one of few headlines of this style next to one another; many are those of chapters.
  private static boolean isOneOfFew(Element headline) {
    var parent = headline.parent();
    return parent != null
        && parent.children().stream()
                .filter(e -> e.nameIs(headline.normalName()))
                .filter(e -> e.className().equals(headline.className()))
                .count()
            <= MOST_STORIES;
  }

  private boolean haveSimilarContainers(Element headline) {
    for (var e = heading; e != null && !e.equals(body); e = e.parent()) {
      var sibling = childOf(e.parent(), headline);
      if (sibling != null) {
        return e.nameIs(sibling.normalName())
            && !e.equals(heading)
            && e.text().length() >= heading.text().length() + SHORTEST_LEAD
            && (e.is(UNIT) || e.classNames().stream().anyMatch(sibling.classNames()::contains));
      }
    }
    return false;
  }

  /// The child of `parent` around `element`; `null` if `element` is elsewhere.
  private static @Nullable Element childOf(@Nullable Element parent, Element element) {
    for (var e = element; parent != null && e != null; e = e.parent()) {
      if (parent.equals(e.parent())) {
        return e;
      }
    }
    return null;
  }

  private boolean linksAway(Element headline) {
    var link = headline.nameIs("a") ? headline : headline.selectFirst("a[href]");
    if (link == null) {
      link = headline.closest("a[href]");
    }
    return link != null
        && link.text().length() * 2 >= headline.text().length()
        && identity.isOtherPage(link.attr("href"));
  }

  /// True if a date or an author is stated before the first paragraph.
  private static boolean isDated(Element story) {
    for (var e : (Iterable<Element>) story.stream()::iterator) {
      if (e.is(DATE)) {
        return true;
      }
      if (e.nameIs("p") && isLong(e) && e.selectFirst(DATE) == null) {
        return false;
      }
    }
    return false;
  }

  private static boolean isLong(Element element) {
    return element.text().length() >= SHORTEST_PROSE;
  }

  static boolean holds(Element parent, Element element) {
    for (Element e = element; e != null; e = e.parent()) {
      if (e.equals(parent)) {
        return true;
      }
    }
    return false;
  }
}
