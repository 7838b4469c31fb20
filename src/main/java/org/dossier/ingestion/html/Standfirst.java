package org.dossier.ingestion.html;

import org.jsoup.nodes.Element;

/// The sentences and headings below the headline, which many pages put into the header of the
/// article.
final class Standfirst {
  private static final String KEPT = "data-standfirst";
  private static final int SHORTEST_SENTENCE = 40;
  private static final String SENTENCE_ENDS = ".!?…”\"。！？";

  private Standfirst() {}

  /// Reduces `header` to its sentences and headings; false if it is not the header of an article or
  /// has none.
  static boolean keep(Element header) {
    if (header.closest("article, main, [role=main], [itemprop=articleBody]") == null) {
      return false;
    }
    var sentences =
        HtmlTextBlocks.of(header).stream()
            .filter(block -> isSubheading(block) || isSentence(block))
            .map(HtmlTextBlocks.Block::element)
            .filter(element -> !element.equals(header))
            .filter(element -> element.closest("nav, form, address, figure") == null)
            .filter(element -> !HtmlBoilerplateRemover.hasBoilerplateName(element))
            .distinct()
            .toList();
    if (sentences.isEmpty()) {
      return false;
    }
    header.empty();
    header.appendChildren(sentences);
    header.tagName("div").clearAttributes().attr(KEPT, true);
    return true;
  }

  /// True for an element of a kept header.
  static boolean isKept(Element element) {
    var parent = element.parent();
    return parent != null && parent.hasAttr(KEPT);
  }

  /// The headline of a post of a live blog.
  private static boolean isSubheading(HtmlTextBlocks.Block block) {
    return block.isHeading() && !block.element().nameIs("h1");
  }

  private static boolean isSentence(HtmlTextBlocks.Block block) {
    var text = block.text();
    return !block.isHeading()
        && !block.isMostlyLinks()
        && TextWeight.of(text) >= SHORTEST_SENTENCE
        && SENTENCE_ENDS.indexOf(text.charAt(text.length() - 1)) >= 0;
  }
}
