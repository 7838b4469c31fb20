package org.dossier.ingestion.html;

import java.util.IdentityHashMap;
import java.util.Set;
import java.util.regex.Pattern;
import org.dossier.ingestion.html.HtmlTextBlocks.Block;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/// A judge of elements that have a class name or an id of page furniture. The name is a suspicion;
/// evidence decides: few sentences, many links, fields, the words of furniture ([FurnitureWords]),
/// or, for comments, captions and notes on authors, the structure that these have.
final class FurnitureJudge {
  private static final int SHORTEST_PARAGRAPH = 40;
  private static final int SHORTEST_ITEM = 25;
  private static final double MOST_LINKED = 0.4;
  private static final double LEAST_PROSE_SHARE = 0.5;
  private static final double MOST_OF_PAGE = 0.5;
  private static final int LONGEST_BOX = 600;
  private static final int LONGEST_NOTE = 400;
  private static final String SENTENCE_ENDS = ".!?…؟。！？”\"»)";
  private static final Evaluator COMMENT =
      QueryParser.parse(
          "[class~=(?i)comment.?(author|meta|body|date|content|text|item)|avatar|reply|says],"
              + " [itemtype$=Comment]");
  private static final Evaluator DATED = QueryParser.parse("time, cite, textarea");
  private static final Evaluator IMAGE = QueryParser.parse("img, picture, video, amp-img, svg");
  private static final Evaluator TABLE = QueryParser.parse("table:has(th), table:has(td + td)");
  private static final Pattern COMMENTS = names("comment|respond|disqus|discussion");
  private static final Pattern ONLY_COMMENTS =
      names(
          "^(?:comments?(?:[_-]?(?:list|area|section|thread|wrapper|container))?|respond|disqus.*)$");
  private static final Pattern AUTHORS = names("byline|author|(?:post|entry).?meta");
  private static final Pattern CAPTIONS = names("caption|credit");

  /// Inline elements with such a name are controls, or words for screen readers.
  private static final Pattern CONTROLS =
      names(
          "share|social|screen-reader|skip-link|print-only|(?:^|[_-])ads?(?:$|[_-])|advert|login|tags");

  private final IdentityHashMap<Element, Content> contents = new IdentityHashMap<>();
  private final Set<Element> boxesOfFields;
  private final long proseOfPage;

  /// The content of an element, in letters.
  private static final class Content {
    private long letters;
    private long linked;
    private long prose;
    private String first = "";
  }

  /// @param body without the tags that are always furniture
  /// @param boxesOfFields the elements around the fields that it had
  FurnitureJudge(Element body, Set<Element> boxesOfFields) {
    this.boxesOfFields = boxesOfFields;
    for (var block : HtmlTextBlocks.of(body)) {
      boolean prose = isProse(block);
      for (Element e = block.element(); e != null; e = e.equals(body) ? null : e.parent()) {
        count(contents.computeIfAbsent(e, _ -> new Content()), block, prose);
      }
    }
    var page = contents.get(body);
    proseOfPage = page == null ? 0 : page.prose;
  }

  private static void count(Content content, Block block, boolean prose) {
    int letters = TextWeight.of(block.text());
    content.letters += letters;
    content.linked += block.linked();
    content.prose += prose ? letters : 0;
    content.first = content.first.isEmpty() ? block.text() : content.first;
  }

  /// Items of a list have no full stop.
  private static boolean isProse(Block block) {
    var text = block.text();
    int letters = TextWeight.of(text);
    if (block.isMostlyLinks()) {
      return false;
    }
    return block.element().nameIs("li")
        ? letters >= SHORTEST_ITEM
        : letters >= SHORTEST_PARAGRAPH
            && SENTENCE_ENDS.indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  /// The reason to cut `element`; `null` if it has to be kept.
  ///
  /// @param name its suspicious name
  @Nullable String reason(Element element, String name) {
    var content = contents.get(element);
    if (content == null) {
      return !element.isBlock() && isInSentence(element, name)
          ? null
          : name + ": without sentences";
    }
    if (content.linked > content.letters * MOST_LINKED) {
      return name + ": links";
    }
    boolean prose =
        content.prose >= SHORTEST_PARAGRAPH && content.prose >= content.letters * LEAST_PROSE_SHARE;
    if (!prose) {
      boolean kept = element.selectFirst(TABLE) != null || isSentence(element, name, content);
      return kept ? null : name + ": without sentences";
    }
    if (content.letters <= LONGEST_BOX && boxesOfFields.contains(element)) {
      return name + ": a form";
    }
    if (hasWordsOfFurniture(element, content)) {
      return name + ": words of a page box";
    }
    return byStructure(element, name, content);
  }

  /// True for a paragraph that is a short sentence of the story.
  private static boolean isSentence(Element element, String name, Content content) {
    var text = content.first;
    return element.nameIs("p")
        && content.letters >= SHORTEST_ITEM
        && text.endsWith(".")
        && !FurnitureWords.areIn(text)
        && !CAPTIONS.matcher(name).find()
        && !AUTHORS.matcher(name).find();
  }

  /// The heading of a box says its purpose; in a short box any short line does.
  private boolean hasWordsOfFurniture(Element element, Content content) {
    if (content.letters <= LONGEST_BOX) {
      return HtmlTextBlocks.of(element).stream()
          .anyMatch(block -> FurnitureWords.areIn(block.text()));
    }
    return content.prose < proseOfPage * MOST_OF_PAGE && FurnitureWords.areIn(content.first);
  }

  private @Nullable String byStructure(Element element, String name, Content content) {
    if (COMMENTS.matcher(name).find() && isOfComments(element, name, content)) {
      return name + ": comments";
    }
    if (CAPTIONS.matcher(name).find() && hasImage(element)) {
      return name + ": the caption of an image";
    }
    boolean onAuthor =
        AUTHORS.matcher(name).find()
            && content.letters <= LONGEST_NOTE
            && FurnitureWords.areOnAuthor(element.text());
    return onAuthor ? name + ": a note on the author" : null;
  }

  private boolean isOfComments(Element element, String name, Content content) {
    if (element.is(COMMENT) || element.selectFirst(COMMENT) != null) {
      return true;
    }
    boolean aside = content.prose < proseOfPage * MOST_OF_PAGE;
    return aside && (ONLY_COMMENTS.matcher(name).find() || element.selectFirst(DATED) != null);
  }

  private static boolean hasImage(Element caption) {
    var around = caption.parent();
    return caption.selectFirst(IMAGE) != null
        || (around != null
            && around.selectFirst(IMAGE) != null
            && around.text().length() <= caption.text().length() * 2);
  }

  /// True for an inline element among other words of its paragraph.
  private static boolean isInSentence(Element element, String name) {
    var parent = element.parent();
    var text = element.text();
    return parent != null
        && parent.is("p, li, blockquote, td, dd, em, strong, span")
        && !CONTROLS.matcher(name).find()
        && !text.isBlank()
        && element.selectFirst("a") == null
        && parent.text().length() >= 2 * text.length() + SHORTEST_ITEM;
  }

  private static Pattern names(String names) {
    return Pattern.compile(names, Pattern.CASE_INSENSITIVE);
  }
}
