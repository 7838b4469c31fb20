package org.dossier.model;

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

/// What a provider might stream, an event a line: of what it cites, only what is there becomes a
/// marker.
class CitationMarkersFuzzTest {
  private static final List<Citable> EVIDENCE =
      List.of(
          new Citable(
              "Bridge",
              "Gazette",
              List.of(new Citable.Sentence(3, "It opened."), new Citable.Sentence(7, "Long."))),
          new Citable("Trams", "Gazette", List.of(new Citable.Sentence(8, "Trams."))));

  private static final ServerSentEventContext CONTEXT =
      new ServerSentEventContext(new CancellationUnsupportedHandle());

  @FuzzTest
  void events(byte[] stream) {
    var markers = new CitationMarkers(EVIDENCE, new Told());
    for (var line : new String(stream, StandardCharsets.UTF_8).split("\n")) {
      try {
        markers.onEvent(new ServerSentEvent("content_block_delta", line), CONTEXT);
      } catch (UncheckedIOException e) {
        assertThat(e.getCause()).isInstanceOf(IOException.class);
      }
    }
  }

  /// Hears only of JSON.
  private static final class Told implements ServerSentEventListener {
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
