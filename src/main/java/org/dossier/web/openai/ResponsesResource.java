package org.dossier.web.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import org.dossier.web.problem.ProblemException;
import org.dossier.web.request.JsonBody;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/// Answers messages in the form of OpenAI's Responses API, whole or as a stream.
@Path("/v1/responses")
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RequiresPermission(Permission.READ)
final class ResponsesResource {
  private static final String INPUT = "input";

  private final OpenAiChat chat;
  private final Clock clock;

  ResponsesResource(OpenAiChat chat, Clock clock) {
    this.chat = chat;
    this.clock = clock;
  }

  @POST
  @Operation(hidden = true)
  public Response respond(@Nullable JsonBody body, @Context HttpServerRequest http) {
    var fields = RequestFields.of(body);
    var model = fields.model();
    checkSupported(fields);
    var ask =
        MessagesReader.read(
            messages(fields.root().path(INPUT)), INPUT, model.extractive(), chat.chat());
    var asked = new OpenAiChat.Asked(ask, model);
    var id = UUID.randomUUID().toString().replace("-", "");
    var writer = new ResponseWriter(id, clock.instant().getEpochSecond(), model.id());
    if (fields.isOn("stream")) {
      return chat.stream(asked, http, sink -> new ResponseEvents(writer, sink));
    }
    return Response.ok(writer.whole(chat.answer(asked, http)))
        .type(MediaType.APPLICATION_JSON)
        .build();
  }

  /// @throws ProblemException if a field demands a stored conversation, work in the background or
  ///   another form of the reply
  private static void checkSupported(RequestFields fields) {
    fields.requireAbsent(
        "previous_response_id", "nothing is stored; send the earlier messages as input");
    fields.requireAbsent("conversation", "nothing is stored; send the earlier messages as input");
    fields.require("background", false);
    fields.requireText("text.format", fields.root().path("text").path("format"));
  }

  /// A string is one message of the user.
  private static JsonNode messages(JsonNode input) {
    if (!input.isTextual()) {
      return input;
    }
    var messages = JsonNodeFactory.instance.arrayNode();
    messages.addObject().put("role", "user").set("content", input);
    return messages;
  }
}
