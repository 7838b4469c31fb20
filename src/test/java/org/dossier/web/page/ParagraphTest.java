package org.dossier.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.dossier.archive.Omissions.Struck;
import org.dossier.text.Span;
import org.junit.jupiter.api.Test;

class ParagraphTest {
  @Test
  void nonBlankLinesAreParagraphs() {
    assertThat(shown("One.\r\n\r\n  \nTwo.\rThree.\u2028Four.\n"))
        .containsExactly("One.", "Two.", "Three.", "Four.");
  }

  @Test
  void citedTextIsMarkedAndTheFirstIsTheTarget() {
    assertThat(shown("One two three.", new Span(4, 7))).containsExactly("One {!two} three.");
    assertThat(shown("One two three.", new Span(8, 14), new Span(0, 3)))
        .containsExactly("{!One} two {three.}");
  }

  @Test
  void spansMayCrossParagraphs() {
    assertThat(shown("One two.\r\nThree.\nFour.", new Span(4, 16)))
        .containsExactly("One {!two.}", "{Three.}", "Four.");
  }

  @Test
  void spansMayOverlap() {
    assertThat(shown("abcdef", new Span(1, 4), new Span(2, 5))).containsExactly("a{!b}{cd}{e}f");
  }

  @Test
  void emptySpansMarkNothing() {
    assertThat(shown("abc", new Span(1, 1))).containsExactly("abc");
  }

  @Test
  void pagesBeginBeforeTheirFirstParagraph() {
    var paragraphs = Paragraph.of("One.\n\nTwo \fmore.\n\n\f\fFive.\n\nSix.", List.of(), List.of());

    assertThat(paragraphs)
        .extracting(Paragraph::pages)
        .containsExactly(
            List.of(new Paragraph.Page(1, false)),
            List.of(),
            List.of(new Paragraph.Page(2, false)),
            List.of(new Paragraph.Page(3, true), new Paragraph.Page(4, false)),
            List.of());
    assertThat(Paragraph.of("One.\nTwo.", List.of(), List.of()))
        .allSatisfy(paragraph -> assertThat(paragraph.pages()).isEmpty());
  }

  @Test
  void struckOutWordsAreAtTheirPlaces() {
    var text = "It carried 14 people.\n\nNone was drunk.";
    var struck =
        List.of(
            new Struck(0, "Gone."),
            new Struck(10, "41"),
            new Struck(21, "All were."),
            new Struck(text.length(), "The end."));

    var paragraphs = Paragraph.of(text, List.of(new Span(3, 13)), struck);

    assertThat(paragraphs.stream().map(ParagraphTest::shown))
        .containsExactly(
            "~Gone.~It {!carried}~41~{ 14} people.~All were.~", "None was drunk.~The end.~");
  }

  private static List<String> shown(String text, Span... marked) {
    return Paragraph.of(text, List.of(marked), List.of()).stream()
        .map(ParagraphTest::shown)
        .toList();
  }

  private static String shown(Paragraph paragraph) {
    return paragraph.runs().stream().map(ParagraphTest::shown).collect(Collectors.joining());
  }

  private static String shown(Paragraph.Run run) {
    if (run.struck()) {
      return "~" + run.text() + "~";
    }
    return run.marked() ? "{" + (run.first() ? "!" : "") + run.text() + "}" : run.text();
  }
}
