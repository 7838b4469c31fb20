package org.dossier.web.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import org.dossier.verification.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CitedAnswerReaderTest {
  private static CitedAnswer read(String json) throws IOException {
    return CitedAnswerReader.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void answerIsParsedWithItsSources() throws IOException {
    var answer =
        read(
            """
            {"statements": [{"text": "It is safe.", "citations": [2, 1]}],
             "sources": [
               {"number": 1, "text": "The bridge is safe."},
               {"number": 2, "text": "It opened.", "context": "Bridge", "published": "1999-05-04"}]}
            """);

    assertThat(answer.sourcesOf(answer.statements().getFirst()))
        .containsExactly(
            new Source("It opened.", "Bridge", LocalDate.of(1999, 5, 4)),
            new Source("The bridge is safe.", "", null));
  }

  @Test
  void replyOfTheHttpApiIsAccepted() throws IOException {
    var answer =
        read(
            """
            {"conversation": "c", "turn": 1, "status": "answered", "answer": "It is safe. [1]",
             "statements": [{"text": "It is safe.", "start": 0, "end": 11, "citations": [1],
                             "support": "verbatim"}],
             "citations": [{"number": 1, "quote": "The bridge is safe.", "start": 0, "end": 19,
               "article": {"id": "b", "title": "Bridge", "publisher": "Post", "authors": [],
                           "published": "1999-05-04", "url": null}}],
             "abstention": null}
            """);

    assertThat(answer.sources())
        .containsEntry(
            1, new Source("The bridge is safe.", "Bridge\nPost", LocalDate.of(1999, 5, 4)));
  }

  @Test
  void abstentionHasNoStatements() throws IOException {
    assertThat(read("{\"statements\": [], \"citations\": []}").statements()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [1]                                        | is not a JSON object
          {"statements": [}                          | line 1, column
          {"statements": [], "statements": []}       | line 1, column
          {"statements": []}                         | has neither “sources” nor “citations”
          {"sources": []}                            | statements: is not a list
          {"statements": [], "sources": {}}          | sources: is not a list
          {"statements": [], "sources": [{"number": 0, "text": "x"}]}   | sources[0].number: is not an integer
          {"statements": [], "sources": [{"number": 1}]}                | sources[0].text: is not a non-blank string
          {"statements": [], "sources": [{"number": 1, "text": " "}]}   | sources[0].text: is not a non-blank string
          {"statements": [], "sources": [{"number": 1, "text": "x", "published": "May"}]} | sources[0].published: is not a day
          {"statements": [], "sources": [{"number": 1, "text": "x", "context": 5}]}       | sources[0].context: is not a string
          {"statements": [], "sources": [{"number": 1, "text": "x"}, {"number": 1, "text": "y"}]} | sources[1].number: occurs twice: 1
          {"statements": [{"text": "x", "citations": [7]}], "sources": []}  | statements[0].citations[0]: is not the number of a source: 7
          {"statements": [{"text": "x", "citations": ["1"]}], "sources": []} | statements[0].citations[0]
          {"statements": [{"text": "x"}], "sources": []}                    | citations: is not a list
          {"statements": [{"citations": []}], "sources": []}                | statements[0].text
          {"statements": [], "citations": [{"number": 1, "article": {}}]}   | citations[0].quote
          """)
  void errorsNameTheField(String json, String fault) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(InvalidAnswerException.class)
        .hasMessageContaining(fault);
  }

  @Test
  void exceededLimitsAreNamed() {
    var source = "{\"number\": 1, \"text\": \"" + "x".repeat(20_001) + "\"}";
    assertThatThrownBy(() -> read("{\"statements\": [], \"sources\": [" + source + "]}"))
        .hasMessageContaining(
            "sources[0].text: has 20001 characters with its context; the limit is 20000");

    var statements = String.join(",", Collections.nCopies(1_001, "{}"));
    assertThatThrownBy(() -> read("{\"sources\": [], \"statements\": [" + statements + "]}"))
        .hasMessageContaining("statements: has 1001 elements; the limit is 1000");
  }

  @Test
  void invalidUtf8IsRejected() {
    assertThatThrownBy(
            () -> CitedAnswerReader.read(new ByteArrayInputStream(new byte[] {'{', (byte) 0xff})))
        .hasMessageContaining("is not UTF-8");
  }
}
