package org.dossier.ingestion.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private static final Set<String> PARAGRAPHS =
      Set.of("p", "pre", "blockquote", "li", "dd", "h2", "h3");
  private static final int SHORTEST_PARAGRAPH = 25;

  /// The fewest characters in paragraphs that make an article.
  static final int SHORTEST_ARTICLE = 80;

  private static final int LEAST_PART_OF_PAGE = 3;
  private static final int SHORTEST_LEAD = 40;
  private static final int MOST_LEAD_BLOCKS = 12;

  /// An article with less than a twentieth of the text of another is not a post next to it.
  private static final int POSTS = 20;

  private static final Evaluator LINKED_HEADING =
      QueryParser.parse("h1 a[href], h2 a[href], h3 a[href], h4 a[href], a[href] h2, a[href] h3");

  /// A link of this length is a sentence, even without a full stop.
  private static final int LONGEST_LINK_TITLE = 60;

  private static final String SENTENCE_ENDS = ".!?…؟。！？”\"»)";

  private final Element body;
  private final List<Block> blocks;
  private final Map<Element, Totals> totals = new LinkedHashMap<>();

  /// The elements around the sections of a page builder.
  private final Set<Element> sections = new HashSet<>();

  /// The totals over the blocks inside an element.
  private static final class Totals {
    private long letters;
    private long linked;
    private long prose;
    private double points;

    double score() {
      return points * (1 - Math.min(1, (double) linked / Math.max(1, letters)));
    }
  }

  private MainContentExtractor(Element body) {
    this.body = body;
    this.blocks = HtmlTextBlocks.of(body);
    blocks.forEach(this::count);
  }

  /// The article's text; empty if the page has none.
  ///
  /// @param heading that of the article; `null` if it is unknown
  static Optional<String> of(Element body, @Nullable Element heading) {
    var page = new MainContentExtractor(body);
    return page.findMarked()
        .or(page::article)
        .or(page::densest)
        .map(element -> page.withLead(element, heading))
        .map(MainContentExtractor::withoutLinkLists)
        .map(HtmlTextBlocks::join)
        .filter(text -> !text.isBlank());
  }

  /// The number of characters in paragraphs on the whole page.
  static long countProse(Element body) {
    return new MainContentExtractor(body).prose(body);
  }

  /// The smallest element that contains everything marked as the body of an article.
  private Optional<Element> findMarked() {
    Element around = null;
    for (var element : body.select(HtmlBoilerplateRemover.ARTICLE_BODY)) {
      around = around == null ? element : commonParent(around, element);
    }
    return Optional.ofNullable(around).filter(e -> prose(e) >= SHORTEST_ARTICLE);
  }

  /// The `<article>` with the most prose, with the others next to it that have text of the story,
  /// such as posts; none if most of the page is outside.
  private Optional<Element> article() {
    var articles = body.select("article");
    return articles.stream()
        .max(Comparator.comparingLong(this::prose))
        .map(largest ->
            articles.stream()
                .filter(other -> isPostNextTo(largest, other))
                .reduce(largest, this::commonParent))
        .filter(e -> prose(e) >= SHORTEST_ARTICLE)
        .filter(e -> prose(e) * LEAST_PART_OF_PAGE >= prose(body));
  }

  private boolean isPostNextTo(Element largest, Element other) {
    return prose(other) > 0
        && prose(other) * POSTS >= prose(largest)
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
    var root = main != null && prose(main) >= SHORTEST_ARTICLE ? main : body;
    return totals.entrySet().stream()
        .filter(entry -> entry.getKey().equals(root) || entry.getKey().parents().contains(root))
        .max(Comparator.comparingDouble(entry -> entry.getValue().score()))
        .map(Map.Entry::getKey)
        .map(this::withSections)
        .filter(e -> prose(e) >= SHORTEST_ARTICLE);
  }

  /// The part around `element` if others of the same kind next to it, or next to an element that
  /// only wraps it, have prose, too: the sections of a page builder, or posts.
  private Element withSections(Element element) {
    boolean alike =
        element.siblingElements().stream().anyMatch(e -> prose(e) > 0 && isOfSameKind(element, e));
    if (alike) {
      return parentOf(element);
    }
    for (var wrapper = parentOf(element);
        !wrapper.equals(body) && prose(wrapper) == prose(element);
        wrapper = parentOf(wrapper)) {
      var section = wrapper;
      if (wrapper.siblingElements().stream().anyMatch(e -> prose(e) > 0 && isAlike(section, e))) {
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

  private void count(Block block) {
    int weight = TextWeight.of(block.text());
    boolean prose = weight >= SHORTEST_PARAGRAPH && !block.isMostlyLinks();
    boolean wrapped =
        PARAGRAPHS.contains(block.element().normalName()) || isOneOfParagraphs(block.element());
    // The rows of a table are no sign of a text around them.
    double share = prose && !DataTables.isRow(block.element()) ? points(block.text(), weight) : 0;
    for (Element e = block.element(); e != null; e = e.equals(body) ? null : e.parent()) {
      var sum = totals.computeIfAbsent(e, _ -> new Totals());
      sum.letters += block.text().length();
      sum.linked += block.linked();
      sum.prose += prose ? weight : 0;
      // A paragraph counts for its ancestors, not for itself, and less for each further level.
      if (!(wrapped && e.equals(block.element()))) {
        sum.points += share;
        share /= 2;
      }
    }
  }

  /// True for a `<div>` that is used as a paragraph: another one of its kind is next to it, and
  /// neither has an element that is more than words.
  private static boolean isOneOfParagraphs(Element element) {
    return element.nameIs("div")
        && (isParagraphLike(element, element.nextElementSibling())
            || isParagraphLike(element, element.previousElementSibling()));
  }

  private static boolean isParagraphLike(Element element, @Nullable Element other) {
    return other != null
        && other.nameIs("div")
        && other.className().equals(element.className())
        && isOfWords(element)
        && isOfWords(other);
  }

  private static boolean isOfWords(Element element) {
    return !element.ownText().isBlank()
        && element.children().stream().noneMatch(e -> e.isBlock() || e.nameIs("br"));
  }

  private static double points(String paragraph, int weight) {
    long commas = paragraph.chars().filter(c -> ",،、，".indexOf(c) >= 0).count();
    return 1 + commas + Math.min(weight / 100, 3);
  }

  private long prose(Element element) {
    var sum = totals.get(element);
    return sum == null ? 0 : sum.prose;
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

  /// The blocks within `element`, and the sentences between the heading and it, which many pages
  /// put above the marked text: the standfirst or the first paragraph.
  private List<Block> withLead(Element element, @Nullable Element heading) {
    var text = within(element);
    if (heading == null || text.isEmpty() || StorySigns.holds(element, heading)) {
      return text;
    }
    var all = new ArrayList<Block>();
    int first = blocks.indexOf(text.getFirst());
    boolean belowHeading = false;
    for (var block : blocks.subList(Math.max(0, first - MOST_LEAD_BLOCKS), first)) {
      boolean lead = belowHeading || Standfirst.isKept(block.element());
      if (lead && isSentence(block) && isNew(block, text)) {
        all.add(block);
      }
      belowHeading |= StorySigns.holds(block.element(), heading);
    }
    all.addAll(text);
    return all;
  }

  private static boolean isSentence(Block block) {
    return !block.isHeading()
        && !block.isMostlyLinks()
        && TextWeight.of(block.text()) >= SHORTEST_LEAD
        && endsASentence(block.text());
  }

  private static boolean isNew(Block block, List<Block> text) {
    return text.stream().noneMatch(other -> other.text().contains(block.text()));
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

  /// Removes labels of advertisements, blocks of links only, which lead away from the article, and
  /// headings directly above them or at the end.
  private static List<Block> withoutLinkLists(List<Block> blocks) {
    var kept = new ArrayList<Block>();
    for (int i = 0; i < blocks.size(); i++) {
      var block = blocks.get(i);
      if (FurnitureWords.announceAdvertisement(block.text())) {
        continue;
      }
      if (!block.isMostlyLinks() || endsASentence(block.text()) || isParagraph(blocks, i)) {
        kept.add(block);
      } else {
        dropLastHeading(kept);
      }
    }
    dropLastHeading(kept);
    return kept;
  }

  /// True for one long link between paragraphs, unlike the entries of a list of links.
  private static boolean isParagraph(List<Block> blocks, int i) {
    var block = blocks.get(i);
    return block.element().nameIs("p")
        && block.text().length() >= LONGEST_LINK_TITLE
        && i > 0
        && isProse(blocks.get(i - 1))
        && i + 1 < blocks.size()
        && isProse(blocks.get(i + 1));
  }

  private static boolean isProse(Block block) {
    return !block.isMostlyLinks() && !block.isHeading();
  }

  private static void dropLastHeading(List<Block> kept) {
    if (!kept.isEmpty() && kept.getLast().isHeading()) {
      kept.removeLast();
    }
  }

  private static boolean endsASentence(String text) {
    return SENTENCE_ENDS.indexOf(text.charAt(text.length() - 1)) >= 0;
  }
}
