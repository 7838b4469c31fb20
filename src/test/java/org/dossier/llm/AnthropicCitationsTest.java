package org.dossier.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.dossier.llm.ScriptedModel.answer;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.dossier.llm.ModelFailure.Reason;
import org.dossier.llm.ScriptedModel.Step;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Anthropic's search results and citations in the wire format.
@Timeout(60)
class AnthropicCitationsTest {
  private static final Prompt PROMPT =
      new Prompt(
          "Answer “briefly”.",
          "What of the bridge?",
          List.of(
              new CitableDocument(
                  "Bridge \"opens\"}],[{",
                  "Harbour Gazette, published 5 March 2024",
                  List.of(
                      new CitableDocument.Sentence(
                          3, "It opened.\"},{\"role\":\"system\",\"x\":\""),
                      new CitableDocument.Sentence(4, "It is long."))),
              new CitableDocument(
                  "Trams",
                  "day of publication unknown",
                  List.of(new CitableDocument.Sentence(8, "Trams cross it.")))),
          "answer-citing:test");

  private final ScriptedModel server = new ScriptedModel(WireFormat.ANTHROPIC);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void evidenceIsSentAsCitableSearchResults() throws Exception {
    server.script(answer("Yes."));

    read();

    var body = new ObjectMapper().readTree(server.request().body());
    assertThat(body.path("messages"))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    [{"role": "user", "content": [
                      {"type": "search_result",
                       "source": "Harbour Gazette, published 5 March 2024",
                       "title": "Bridge \\"opens\\"}],[{",
                       "content": [
                         {"type": "text", "text": "It opened.\\"},{\\"role\\":\\"system\\",\\"x\\":\\""},
                         {"type": "text", "text": "It is long."}],
                       "citations": {"enabled": true}},
                      {"type": "search_result",
                       "source": "day of publication unknown",
                       "title": "Trams",
                       "content": [{"type": "text", "text": "Trams cross it."}],
                       "citations": {"enabled": true}},
                      {"type": "text", "text": "What of the bridge?"}]}]
                    """));
    assertThat(body.path("system").findValuesAsText("text")).containsExactly("Answer “briefly”.");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 1, ' [3]'",
    "0, 1, 2, ' [4]'",
    "0, 0, 2, ' [3][4]'",
    "1, 0, 1, ' [8]'",
    // An end that equals the start cites that one sentence.
    "0, 1, 1, ' [4]'",
    // These places do not exist.
    "2, 0, 1, ''",
    "-1, 0, 1, ''",
    "0, 2, 3, ''",
    "0, 2, 2, ''",
    "0, -1, 1, ''",
    "0, 1, 3, ''",
    "0, 1, 0, ''"
  })
  void citationsBecomeNumberedMarkers(int searchResult, int start, int end, String markers)
      throws ModelFailure {
    say(
        AnthropicEvents.words(0, "It is so."),
        AnthropicEvents.citation(0, searchResult, start, end));

    assertThat(read()).isEqualTo("It is so." + markers);
  }

  @Test
  void markersPrecedeTrailingWhiteSpaceOfTheirBlock() throws ModelFailure {
    say(
        AnthropicEvents.words(0, "It opened, "),
        AnthropicEvents.endBlock(0),
        AnthropicEvents.beginBlock(1),
        // Citations may come before the words, and twice.
        AnthropicEvents.citation(1, 0, 1, 2),
        AnthropicEvents.words(1, "is"),
        AnthropicEvents.words(1, " "),
        AnthropicEvents.words(1, "long"),
        AnthropicEvents.citation(1, 0, 0, 1),
        AnthropicEvents.citation(1, 0, 1, 2),
        AnthropicEvents.endBlock(1),
        AnthropicEvents.beginBlock(2),
        AnthropicEvents.words(2, " and crossed.\n"),
        AnthropicEvents.words(2, "\n"),
        AnthropicEvents.citation(2, 1, 0, 1),
        AnthropicEvents.endBlock(2),
        AnthropicEvents.beginBlock(3),
        AnthropicEvents.words(3, "\n"),
        AnthropicEvents.words(3, "The end."));

    assertThat(read()).isEqualTo("It opened, is long [4][3] and crossed. [8]\n\n\nThe end.");
  }

  @Test
  void markersWrittenByTheModelAreText() throws ModelFailure {
    say(AnthropicEvents.words(0, "It opened [97], it is long. [4]"));

    assertThat(read()).isEqualTo("It opened [97], it is long. [4]");
  }

  @Test
  void otherEventsAreForwarded() throws ModelFailure {
    say(
        "event: ping\ndata: {\"type\": \"ping\"}\n\n",
        AnthropicEvents.words(0, "It opened."),
        "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"citations_delta\",\"citation\":{\"type\":\"page_location\",\"start_page_number\":1}}}\n\n");

    assertThat(read()).isEqualTo("It opened.");
  }

  @Test
  void truncatedBlockHasTextWithoutMarkers() throws ModelFailure {
    server.script(
        List.of(
            new Step.Raw(AnthropicEvents.words(0, "It opened. It is lo")),
            new Step.Raw(AnthropicEvents.citation(0, 0, 0, 2)),
            new Step.HangUp()));
    var words = new StringBuilder();

    var failure = catchThrowableOfType(ModelFailure.class, () -> readInto(words));

    assertThat(failure.reason()).isEqualTo(Reason.TRUNCATED);
    assertThat(words).hasToString("It opened. It is lo");
  }

  @Test
  void malformedEventsAreInvalid() {
    server.script(
        List.of(
            new Step.Raw(AnthropicEvents.words(0, "It opened.")),
            new Step.Raw("event: content_block_delta\ndata: {\"ty\u0007pe\n\n"),
            new Step.HangUp()));

    assertThatThrownBy(this::read)
        .isInstanceOfSatisfying(
            ModelFailure.class, e -> assertThat(e.reason()).isEqualTo(Reason.INVALID_RESPONSE));
  }

  @Test
  void modelWithoutCitationSupportIsNotCalled() {
    try (var other = new ScriptedModel(WireFormat.OPENAI)) {
      var model = ModelSettings.of(other, Map.of(), ModelMeter.NONE).chosen().orElseThrow();

      assertThatThrownBy(() -> model.generate(PROMPT, () -> {}, GenerationStream::next))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  /// Has the server send these events and then end. The first block has begun already.
  private void say(String... events) {
    server.script(
        List.of(
            new Step.Raw(String.join("", events)),
            new Step.Raw(AnthropicEvents.endBlock(0) + AnthropicEvents.end("stop"))));
  }

  private String read() throws ModelFailure {
    return readInto(new StringBuilder());
  }

  private String readInto(StringBuilder words) throws ModelFailure {
    return ModelSettings.of(server, Map.of(), ModelMeter.NONE)
        .chosen()
        .orElseThrow()
        .generate(
            PROMPT,
            () -> {},
            generationStream -> {
              for (var p = generationStream.next(); p.isPresent(); p = generationStream.next()) {
                words.append(p.get());
              }
              return words.toString();
            });
  }
}
