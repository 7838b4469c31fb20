package org.dossier.ingestion.html;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/// The figures of a page. Their tables, quotations and code are kept. Their captions are furniture,
/// except the caption of a table, and those of a gallery, which are its text.
final class Figures {
  private static final Evaluator GALLERY =
      QueryParser.parse(
          "[class~=(?i)gallery|slide|carousel|photo-?essay], [id~=(?i)gallery|slide|carousel]");
  private static final Evaluator IMAGE =
      QueryParser.parse("img, picture, amp-img, video, a:has(> img)");
  private static final int FEWEST_CAPTIONS = 3;

  /// From a caption to its gallery.
  private static final int GALLERY_LEVELS = 6;

  private static final int SHORTEST_SENTENCE = 40;
  private static final String SENTENCE_ENDS = ".!?…”\"。！？";

  private Figures() {}

  /// Replaces the figures in `body` by their content without captions.
  static void unwrap(Element body, Cuts cuts) {
    body.select("figure").forEach(Figures::keepCaption);
    var sentences = body.select("figcaption").stream().filter(Figures::isSentence).toList();
    var galleries = galleries(sentences);
    boolean all = isText(sentences, body);
    for (var caption : sentences) {
      if (all || around(caption).anyMatch(galleries::contains)) {
        caption.tagName("p");
      }
    }
    body.select("figcaption").forEach(caption -> cuts.remove(caption, "the caption of an image"));
    body.select("figure").unwrap();
  }

  /// The caption of a table belongs to it, that of a quotation names the speaker.
  private static void keepCaption(Element figure) {
    var caption = child(figure, "figcaption");
    var table = child(figure, "table");
    if (caption == null) {
      nameCaptions(figure);
      return;
    }
    if (table != null && child(table, "caption") == null) {
      table.prependElement("caption").text(caption.text());
      caption.remove();
    } else if (child(figure, "blockquote") != null && child(figure, "img") == null) {
      caption.tagName("p");
    }
  }

  /// The paragraphs next to an image are its caption, even if they are not marked as such.
  private static void nameCaptions(Element figure) {
    boolean image = figure.children().stream().anyMatch(e -> e.is(IMAGE));
    if (image && child(figure, "table") == null && child(figure, "blockquote") == null) {
      figure.children().stream().filter(e -> e.nameIs("p")).forEach(e -> e.tagName("figcaption"));
    }
  }

  private static @Nullable Element child(Element parent, String tag) {
    return parent.children().stream().filter(e -> e.nameIs(tag)).findFirst().orElse(null);
  }

  /// The elements that are named as galleries and hold several captions.
  private static Set<Element> galleries(List<Element> captions) {
    var counts = new IdentityHashMap<Element, Integer>();
    for (var caption : captions) {
      around(caption).filter(e -> e.is(GALLERY)).forEach(e -> counts.merge(e, 1, Integer::sum));
    }
    counts.values().removeIf(count -> count < FEWEST_CAPTIONS);
    return counts.keySet();
  }

  private static Stream<Element> around(Element caption) {
    return Stream.iterate(caption, Objects::nonNull, Element::parent).limit(GALLERY_LEVELS);
  }

  /// True if the captions have more text than the paragraphs, as in a photo essay.
  private static boolean isText(List<Element> captions, Element body) {
    return captions.size() >= FEWEST_CAPTIONS
        && letters(captions.stream())
            > letters(
                body.select("p").stream()
                    .filter(p -> p.closest("figcaption, aside, footer, nav") == null));
  }

  private static long letters(Stream<Element> elements) {
    return elements.mapToLong(e -> e.ownText().length()).sum();
  }

  private static boolean isSentence(Element caption) {
    if (caption.stream().skip(1).anyMatch(Element::isBlock)) {
      return false;
    }
    var text = caption.text();
    return TextWeight.of(text) >= SHORTEST_SENTENCE
        && SENTENCE_ENDS.indexOf(text.charAt(text.length() - 1)) >= 0;
  }
}
