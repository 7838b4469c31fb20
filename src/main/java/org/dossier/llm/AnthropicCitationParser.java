package org.dossier.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Inserts Anthropic's citations into the generated text: a block's citations become markers at its
/// end, ` [3][8]`, as other models write them. A citation of a nonexistent place is dropped.
///
/// White space at the end of a block is held back until its markers were sent: after a line break
/// they would belong to the next line.
final class AnthropicCitationParser implements ServerSentEventListener {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DELTA = "content_block_delta";

  private final List<CitableDocument> evidence;
  private final ServerSentEventListener listener;
  private final Set<Integer> cited = new LinkedHashSet<>();
  private String space = "";
  private boolean hasText;

  /// @param listener receives all events but the citations
  AnthropicCitationParser(List<CitableDocument> evidence, ServerSentEventListener listener) {
    this.evidence = evidence;
    this.listener = listener;
  }

  @Override
  public void onOpen(SuccessfulHttpResponse response) {
    listener.onOpen(response);
  }

  /// @throws UncheckedIOException if the event is not JSON
  @Override
  public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
    var data = parse(event);
    switch (kind(data)) {
      case "text_delta" -> addText(data, context);
      case "citations_delta" -> cite(data.path("delta").path("citation"));
      case "content_block_stop" -> {
        endBlock(data, context);
        listener.onEvent(event, context);
      }
      default -> listener.onEvent(event, context);
    }
  }

  @Override
  public void onError(Throwable fault) {
    listener.onError(fault);
  }

  @Override
  public void onClose() {
    listener.onClose();
  }

  /// The type of the delta if the event is one, otherwise the type of the event.
  private static String kind(JsonNode data) {
    var type = data.path("type").asText();
    return type.equals(DELTA) ? data.path("delta").path("type").asText() : type;
  }

  private void addText(JsonNode data, ServerSentEventContext context) {
    var words = data.path("delta").path("text").asText();
    hasText |= !words.isBlank();
    var all = space + words;
    int end = hasText ? all.stripTrailing().length() : all.length();
    space = all.substring(end);
    send(all.substring(0, end), data, context);
  }

  private void endBlock(JsonNode data, ServerSentEventContext context) {
    send(markers() + space, data, context);
    cited.clear();
    space = "";
    hasText = false;
  }

  /// The end is exclusive. If it equals the start, as in examples of the provider, that one block
  /// is cited.
  private void cite(JsonNode citation) {
    int article = citation.path("search_result_index").asInt(-1);
    if (article < 0 || article >= evidence.size()) {
      return;
    }
    var sentences = evidence.get(article).sentences();
    int first = citation.path("start_block_index").asInt(-1);
    int end = citation.path("end_block_index").asInt(-1);
    if (first >= 0 && first < sentences.size() && end >= first && end <= sentences.size()) {
      sentences.subList(first, Math.max(first + 1, end)).stream()
          .map(CitableDocument.Sentence::number)
          .forEach(cited::add);
    }
  }

  private String markers() {
    return cited.isEmpty()
        ? ""
        : cited.stream().map("[%d]"::formatted).collect(Collectors.joining("", " ", ""));
  }

  /// Sends `words` as a delta of the block that `data` belongs to.
  private void send(String words, JsonNode data, ServerSentEventContext context) {
    if (words.isEmpty()) {
      return;
    }
    var delta = JSON.createObjectNode().put("type", DELTA).put("index", data.path("index").asInt());
    delta.putObject("delta").put("type", "text_delta").put("text", words);
    listener.onEvent(new ServerSentEvent(DELTA, delta.toString()), context);
  }

  private static JsonNode parse(ServerSentEvent event) {
    try {
      return JSON.readTree(event.data());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
