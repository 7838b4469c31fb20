package org.dossier.ingestion.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dossier.ingestion.html.HtmlTextBlocks.Block;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// The blocks of text at the edges of the article's element: the lead above it, which is part of
/// the story, and lists of links in it, which are not.
final class StoryBlocks {
  private static final int SHORTEST_LEAD = 40;
  private static final int SHORTEST_SENTENCE = 25;
  private static final int MOST_LEAD_BLOCKS = 12;

  /// A link of this length is a sentence, even without a full stop.
  private static final int LONGEST_LINK_TITLE = 60;

  private static final String SENTENCE_ENDS = ".!?…؟。！？”\"»)";

  /// The names of a list of the main points above the text.
  private static final Pattern KEY_POINTS =
      Pattern.compile(
          "(?:^|[\\s_-])(?:key-?(?:points|facts|lines|takeaways)|takeaways|highlights|summary|bullets?)(?:$|[\\s_-])",
          Pattern.CASE_INSENSITIVE);

  private StoryBlocks() {}

  /// `text`, and the sentences between the heading and it, which many pages put above the marked
  /// text: the standfirst or the first paragraph.
  ///
  /// @param text the blocks of the page that are in `element`
  static List<Block> withLead(
      List<Block> text, List<Block> blocks, Element element, @Nullable Element heading) {
    if (heading == null || text.isEmpty() || StorySigns.holds(element, heading)) {
      return text;
    }
    var all = new ArrayList<Block>();
    int first = blocks.indexOf(text.getFirst());
    boolean belowHeading = false;
    for (var block : blocks.subList(Math.max(0, first - MOST_LEAD_BLOCKS), first)) {
      boolean lead = belowHeading || Standfirst.isKept(block.element());
      boolean story = isSentence(block, SHORTEST_LEAD) || isKeyPoint(block);
      if (lead && story && isNew(block, text)) {
        all.add(block);
      }
      belowHeading |= StorySigns.holds(block.element(), heading);
    }
    all.addAll(text);
    return all;
  }

  private static boolean isSentence(Block block, int shortest) {
    return isProse(block) && TextWeight.of(block.text()) >= shortest && endsASentence(block.text());
  }

  /// True for a sentence that is no furniture, such as “Subscribe to read this story.”
  static boolean isSentenceOfStory(Block block) {
    return isSentence(block, SHORTEST_SENTENCE) && !FurnitureWords.areIn(block.text());
  }

  private static boolean isKeyPoint(Block block) {
    var list = block.element().parent();
    return block.element().nameIs("li")
        && isProse(block)
        && list != null
        && Stream.of(list, list.parent())
            .filter(Objects::nonNull)
            .anyMatch(e -> KEY_POINTS.matcher(e.className()).find());
  }

  private static boolean isNew(Block block, List<Block> text) {
    return text.stream().noneMatch(other -> other.text().contains(block.text()));
  }

  /// Removes labels of advertisements, blocks of links only, which lead away from the article, and
  /// headings directly above them or at the end.
  static List<Block> withoutLinkLists(List<Block> blocks) {
    var kept = new ArrayList<Block>();
    for (int i = 0; i < blocks.size(); i++) {
      var block = blocks.get(i);
      if (FurnitureWords.areAllOf(block.text())) {
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
