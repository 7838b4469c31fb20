package org.dossier.llm;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.http.client.sse.CancellationUnsupportedHandle;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Fuzzes the events of a provider, one for each line: only citations of existing places become
/// markers.
class AnthropicCitationParserFuzzTest {
  private static final List<CitableDocument> EVIDENCE =
      List.of(
          new CitableDocument(
              "Bridge",
              "Gazette",
              List.of(
                  new CitableDocument.Sentence(3, "It opened."),
                  new CitableDocument.Sentence(7, "Long."))),
          new CitableDocument(
              "Trams", "Gazette", List.of(new CitableDocument.Sentence(8, "Trams."))));

  private static final ServerSentEventContext CONTEXT =
      new ServerSentEventContext(new CancellationUnsupportedHandle());

  @FuzzTest
  void events(byte[] stream) {
    var markers = new AnthropicCitationParser(EVIDENCE, new JsonListener());
    for (var line : new String(stream, StandardCharsets.UTF_8).split("\n", -1)) {
      try {
        markers.onEvent(new ServerSentEvent("content_block_delta", line), CONTEXT);
      } catch (UncheckedIOException e) {
        assertThat(e.getCause()).isInstanceOf(IOException.class);
      }
    }
  }

  /// Fails on events that are not JSON.
  private static final class JsonListener implements ServerSentEventListener {
    @Override
    public void onEvent(ServerSentEvent event) {
      try {
        new ObjectMapper().readTree(event.data());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void onError(Throwable fault) {
      throw new AssertionError(fault);
    }
  }
}
