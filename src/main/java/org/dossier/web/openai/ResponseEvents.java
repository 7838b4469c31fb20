package org.dossier.web.openai;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dossier.web.openai.ResponseJson.TextJson;
import org.dossier.web.problem.OpenAiErrorJson;
import org.jspecify.annotations.Nullable;

/// The events of a streamed response, in OpenAI's order. Not thread-safe.
final class ResponseEvents implements OpenAiChat.StreamFormat {
  private final ResponseWriter writer;
  private final OpenAiChat.EventSink sink;
  private int sequence;

  ResponseEvents(ResponseWriter writer, OpenAiChat.EventSink sink) {
    this.writer = writer;
    this.sink = sink;
  }

  @Override
  public void begin() {
    send("response.created", Map.of("response", writer.inProgress()));
    send("response.in_progress", Map.of("response", writer.inProgress()));
    send("response.output_item.added", Map.of("output_index", 0, "item", writer.begunMessage()));
    sendText("response.content_part.added", Map.of("part", new TextJson("", List.of())));
  }

  @Override
  public void text(String part) {
    sendText("response.output_text.delta", Map.of("delta", part, "logprobs", List.of()));
  }

  @Override
  public void end(CompletedReply completed) {
    var annotations = ResponseWriter.annotations(completed);
    for (int i = 0; i < annotations.size(); i++) {
      sendText(
          "response.output_text.annotation.added",
          Map.of("annotation_index", i, "annotation", annotations.get(i)));
    }
    sendText(
        "response.output_text.done",
        Map.of("text", completed.content().text(), "logprobs", List.of()));
    sendText("response.content_part.done", Map.of("part", writer.text(completed)));
    send("response.output_item.done", Map.of("output_index", 0, "item", writer.message(completed)));
    send("response.completed", Map.of("response", writer.whole(completed)));
  }

  @Override
  public void fail(OpenAiErrorJson error) {
    var fields = new LinkedHashMap<String, @Nullable Object>();
    fields.put("code", error.error().code());
    fields.put("message", error.error().message());
    fields.put("param", error.error().param());
    send("error", fields);
  }

  /// An event about the only text of the only message.
  private void sendText(String type, Map<String, ?> fields) {
    var all = new LinkedHashMap<String, Object>();
    all.put("item_id", writer.messageId());
    all.put("output_index", 0);
    all.put("content_index", 0);
    all.putAll(fields);
    send(type, all);
  }

  private void send(String type, Map<String, ? extends @Nullable Object> fields) {
    var event = new LinkedHashMap<String, @Nullable Object>();
    event.put("type", type);
    event.put("sequence_number", sequence++);
    event.putAll(fields);
    sink.send(type, event);
  }
}
