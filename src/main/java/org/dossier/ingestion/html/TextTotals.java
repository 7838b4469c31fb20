package org.dossier.ingestion.html;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dossier.ingestion.html.HtmlTextBlocks.Block;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// The amount of text inside each element of a page, and the points of its paragraphs.
final class TextTotals {
  private static final Set<String> PARAGRAPHS =
      Set.of("p", "pre", "blockquote", "li", "dd", "h2", "h3");
  private static final int SHORTEST_PARAGRAPH = 25;

  private final Element body;
  private final Map<Element, Totals> totals = new LinkedHashMap<>();

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

  TextTotals(Element body, List<Block> blocks) {
    this.body = body;
    blocks.forEach(this::count);
  }

  /// The number of characters in the paragraphs of `element`.
  long prose(Element element) {
    var sum = totals.get(element);
    return sum == null ? 0 : sum.prose;
  }

  /// The element in `root`, or `root` itself, with the most points, less for its links.
  Optional<Element> densest(Element root) {
    return totals.entrySet().stream()
        .filter(entry -> entry.getKey().equals(root) || entry.getKey().parents().contains(root))
        .max(Comparator.comparingDouble(entry -> entry.getValue().score()))
        .map(Map.Entry::getKey);
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
}
