package org.dossier.web;

import java.util.ArrayList;
import java.util.List;
import org.dossier.LinearWork;
import org.dossier.text.Span;
import org.dossier.web.page.Paragraph;
import org.junit.jupiter.api.Test;

class HostileParagraphsTest {
  @Test
  void paragraphsAreSplitInLinearTime() {
    LinearWork.verify(
        50_000, text -> Paragraph.of(text, List.of(new Span(0, text.length())), List.of()));
  }

  @Test
  void linesAreComparedWithNearbyCitationsOnly() {
    LinearWork.verify(
        "lines and citations",
        400_000,
        length -> length,
        length -> {
          var cited = new ArrayList<Span>();
          for (int at = 0; at < length; at += 40) {
            cited.add(new Span(at, at + 2));
          }
          Paragraph.of("ab\n".repeat(length / 3), cited, List.of());
        });
  }
}
