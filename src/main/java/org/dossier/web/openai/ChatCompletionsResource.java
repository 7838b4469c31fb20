package org.dossier.web.openai;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.UUID;
import org.dossier.auth.Permission;
import org.dossier.auth.RequiresPermission;
import org.dossier.web.problem.OpenAiErrorJson;
import org.dossier.web.request.JsonBody;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/// Answers messages in the form of OpenAI's chat completions, whole or as a stream.
@Path("/v1/chat/completions")
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RequiresPermission(Permission.READ)
final class ChatCompletionsResource {
  private static final String DONE = "[DONE]";

  private final OpenAiChat chat;
  private final Clock clock;

  ChatCompletionsResource(OpenAiChat chat, Clock clock) {
    this.chat = chat;
    this.clock = clock;
  }

  @POST
  @Operation(hidden = true)
  public Response complete(@Nullable JsonBody body, @Context HttpServerRequest http) {
    var fields = RequestFields.of(body);
    var model = fields.model();
    fields.require("n", 1);
    fields.requireText("response_format", fields.root().path("response_format"));
    var ask =
        MessagesReader.read(
            fields.root().path("messages"), "messages", model.extractive(), chat.chat());
    var asked = new OpenAiChat.Asked(ask, model);
    var id = "chatcmpl-" + UUID.randomUUID().toString().replace("-", "");
    var writer = new ChatCompletionWriter(id, clock.instant().getEpochSecond(), model.id());
    if (fields.isOn("stream")) {
      boolean includesUsage = fields.includesUsage();
      return chat.stream(asked, http, sink -> new Chunks(writer, sink, includesUsage));
    }
    return Response.ok(writer.whole(chat.answer(asked, http)))
        .type(MediaType.APPLICATION_JSON)
        .build();
  }

  /// The chunks of a streamed completion.
  private record Chunks(
      ChatCompletionWriter writer, OpenAiChat.EventSink sink, boolean includesUsage)
      implements OpenAiChat.StreamFormat {
    @Override
    public void begin() {
      sink.send(writer.first());
    }

    @Override
    public void text(String part) {
      sink.send(writer.content(part));
    }

    @Override
    public void end(CompletedReply completed) {
      sink.send(writer.last(completed));
      if (includesUsage) {
        sink.send(writer.usage());
      }
      sink.send(DONE);
    }

    @Override
    public void fail(OpenAiErrorJson error) {
      sink.send(error);
    }
  }
}
