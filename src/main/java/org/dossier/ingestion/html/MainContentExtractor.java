package org.dossier.ingestion.html;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dossier.ingestion.html.HtmlTextBlocks.Block;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/// An extractor for the article text of a web page without boilerplate ([HtmlBoilerplateRemover]):
/// the part that the page marks as the article, otherwise the part with the densest paragraphs.
///
/// No library for it is both maintained and small: readability4j had its last release in 2021 and
/// depends on Kotlin, boilerpipe in 2011 and depends on Xerces. The scoring follows Arc90's
/// Readability: the length and commas of a paragraph count for its enclosing elements, links count
/// against them.
final class MainContentExtractor {
  /// The fewest characters in paragraphs that make an article.
  static final int SHORTEST_ARTICLE = 80;

  private static final int LEAST_PART_OF_PAGE = 3;

  /// An article with less than a twentieth of the text of another is not a post next to it.
  private static final int POSTS = 20;

  private static final Evaluator LINKED_HEADING =
      QueryParser.parse("h1 a[href], h2 a[href], h3 a[href], h4 a[href], a[href] h2, a[href] h3");

  private final Element body;
  private final @Nullable Element heading;
  private final List<Block> blocks;
  private final TextTotals totals;

  /// The elements around the sections of a page builder.
  private final Set<Element> sections = new HashSet<>();

  private MainContentExtractor(Element body, @Nullable Element heading) {
    this.body = body;
    this.heading = heading;
    this.blocks = HtmlTextBlocks.of(body);
    this.totals = new TextTotals(body, blocks);
  }

  /// The article's text; empty if the page has none.
  ///
  /// @param heading that of the article; `null` if it is unknown
  static Optional<String> of(Element body, @Nullable Element heading) {
    var page = new MainContentExtractor(body, heading);
    return page.findMarked()
        .or(page::article)
        .or(page::densest)
        .map(element -> StoryBlocks.withLead(page.within(element), page.blocks, element, heading))
        .map(StoryBlocks::withoutLinkLists)
        .map(HtmlTextBlocks::join)
        .filter(text -> !text.isBlank());
  }

  /// The number of characters in paragraphs on the whole page.
  static long countProse(Element body) {
    return new MainContentExtractor(body, null).totals.prose(body);
  }

  /// The smallest element that contains everything marked as the body of an article.
  private Optional<Element> findMarked() {
    Element around = null;
    for (var element : body.select(HtmlBoilerplateRemover.ARTICLE_BODY)) {
      around = around == null ? element : commonParent(around, element);
    }
    return Optional.ofNullable(around).filter(this::isLongEnough);
  }

  /// The `<article>` with the most prose, with the others next to it that have text of the story,
  /// such as posts; none if most of the page is outside.
  private Optional<Element> article() {
    var articles = body.select("article");
    return articles.stream()
        .max(Comparator.comparingLong(totals::prose))
        .map(largest ->
            articles.stream()
                .filter(other -> isPostNextTo(largest, other))
                .reduce(largest, this::commonParent))
        .filter(this::isLongEnough)
        .filter(e -> totals.prose(e) * LEAST_PART_OF_PAGE >= totals.prose(body));
  }

  /// True if a part that is marked as the article has the prose of one, or the heading and a
  /// sentence: news in brief.
  private boolean isLongEnough(Element element) {
    return totals.prose(element) >= SHORTEST_ARTICLE
        || (heading != null
            && StorySigns.holds(element, heading)
            && within(element).stream().anyMatch(StoryBlocks::isSentenceOfStory));
  }

  private boolean isPostNextTo(Element largest, Element other) {
    return totals.prose(other) > 0
        && totals.prose(other) * POSTS >= totals.prose(largest)
        && areSiblings(largest, other)
        && other.selectFirst(LINKED_HEADING) == null;
  }

  /// True for elements next to each other, and for those in items of the same list.
  private static boolean areSiblings(Element one, Element other) {
    var parent = one.parent();
    var otherParent = other.parent();
    return Objects.equals(parent, otherParent)
        || (parent != null
            && otherParent != null
            && parent.nameIs("li")
            && otherParent.nameIs("li")
            && Objects.equals(parent.parent(), otherParent.parent()));
  }

  private Optional<Element> densest() {
    var main = body.selectFirst("main, [role=main]");
    var root = main != null && totals.prose(main) >= SHORTEST_ARTICLE ? main : body;
    return totals
        .densest(root)
        .map(this::withSections)
        .filter(e -> totals.prose(e) >= SHORTEST_ARTICLE);
  }

  /// The part around `element` if others of the same kind next to it, or next to an element that
  /// only wraps it, have prose, too: the sections of a page builder, or posts.
  private Element withSections(Element element) {
    boolean alike =
        element.siblingElements().stream()
            .anyMatch(e -> totals.prose(e) > 0 && isOfSameKind(element, e));
    if (alike) {
      return parentOf(element);
    }
    for (var wrapper = parentOf(element);
        !wrapper.equals(body) && totals.prose(wrapper) == totals.prose(element);
        wrapper = parentOf(wrapper)) {
      var section = wrapper;
      if (wrapper.siblingElements().stream()
          .anyMatch(e -> totals.prose(e) > 0 && isAlike(section, e))) {
        sections.add(parentOf(wrapper));
        return parentOf(wrapper);
      }
    }
    return element;
  }

  private static boolean isOfSameKind(Element one, Element other) {
    return one.nameIs(other.normalName()) && (one.is("li, section") || isAlike(one, other));
  }

  private static boolean isAlike(Element one, Element other) {
    return one.nameIs(other.normalName())
        && !HtmlBoilerplateRemover.hasBoilerplateName(other)
        && other.classNames().stream().anyMatch(one.classNames()::contains);
  }

  private List<Block> within(Element element) {
    return blocks.stream()
        .filter(block -> StorySigns.holds(element, block.element()))
        .filter(block -> !isInFurnitureOf(element, block))
        .toList();
  }

  /// True in a section that is named as furniture next to the sections of the text.
  private boolean isInFurnitureOf(Element element, Block block) {
    return sections.contains(element)
        && Stream.iterate(block.element(), e -> !e.equals(element), this::parentOf)
            .anyMatch(
                e -> element.equals(e.parent()) && HtmlBoilerplateRemover.hasBoilerplateName(e));
  }

  private Element commonParent(Element one, Element other) {
    var parents = other.parents();
    Element around = one;
    while (!around.equals(body) && !around.equals(other) && !parents.contains(around)) {
      around = parentOf(around);
    }
    return around;
  }

  private Element parentOf(Element element) {
    var parent = element.parent();
    return parent == null ? body : parent;
  }
}
