package org.dossier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.dossier.cli.terminal.Terminal;
import org.dossier.web.json.SearchJson;
import org.junit.jupiter.api.Test;

class SearchTextTest {
  private static final String FOUND =
      """
      {"relevant": true, "evidence": [
        {"rank": 1, "scores": {"fused": 0.987},
         "article": {"id": "a", "title": "Lune bridge opens", "publisher": "The Valley Post",
                     "published": "1999-05-03", "url": null},
         "text": "The bridge over the Lune opened.",
         "highlights": [{"start": 4, "end": 10}, {"start": 20, "end": 24}]},
        {"rank": 2, "scores": {"fused": 0.1},
         "article": {"id": "b", "title": "Bridges"}, "text": "Many bridges.\\n\\nMany years.",
         "highlights": []}]}
      """;

  @Test
  void passagesAreShownInOrderWithTheirScore() {
    assertThat(text(new Terminal(false, false, 60), FOUND))
        .isEqualTo(
            """
            1. Lune bridge opens — The Valley Post, 3 May 1999 (0.99)
               a
               The bridge over the Lune opened.

            2. Bridges (0.10)
               b
               Many bridges. Many years.\
            """);
  }

  @Test
  void wordsOfTheQueryAreBoldOnATerminal() {
    assertThat(text(new Terminal(true, true, 60), FOUND))
        .contains("The \u001b[1mbridge\u001b[0m over the \u001b[1mLune\u001b[0m opened.");
  }

  @Test
  void highlightsOutsideTheTextAreClamped() {
    assertThat(
            text(
                new Terminal(true, true, 60),
                """
                {"relevant": true, "evidence": [{"rank": 1, "scores": {}, "article": {"id": "a"}, "text": "short",
                               "highlights": [{"start": 3, "end": 99}, {"start": 1, "end": 2}]}]}
                """))
        .contains("sho\u001b[1mrt\u001b[0m");
  }

  @Test
  void irrelevantPassagesAreNotShown() {
    assertThat(text(new Terminal(false, false, 60), FOUND.replace("true", "false")))
        .startsWith("Nothing was found: no passage contains a word of the query");
  }

  @Test
  void emptyResultIsReported() {
    assertThat(text(new Terminal(false, false, 60), "{\"evidence\": []}"))
        .isEqualTo("Nothing was found.");
  }

  private static String text(Terminal terminal, String json) {
    return new SearchText(terminal).format(JsonCodec.decode(json, SearchJson.class));
  }
}
