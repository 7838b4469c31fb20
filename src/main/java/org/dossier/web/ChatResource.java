package org.dossier.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.concurrent.ExecutorService;
import org.dossier.answer.AnswerListener;
import org.dossier.auth.Permission;
import org.dossier.auth.RequiresPermission;
import org.dossier.chat.IdempotentAsk;
import org.dossier.chat.Message;
import org.dossier.chat.conversation.Reply;
import org.dossier.observability.Channel;
import org.dossier.web.json.ReplyJson;
import org.dossier.web.request.ChatRequest;
import org.dossier.web.request.ClientKeyHeader;
import org.dossier.web.request.IdempotencyKeyHeader;
import org.dossier.web.request.RequestJson;
import org.dossier.web.security.RequestOrigin;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/// Answers questions: with the complete reply as JSON, or with a stream of events.
@Path("/api/chat")
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RequiresPermission(Permission.READ)
final class ChatResource {
  private final IdempotentAsk idempotentAsk;
  private final QuestionRunner questionRunner;
  private final ProblemMapper problemMapper;
  private final ObjectMapper json;
  private final ExecutorService virtualThreads;

  ChatResource(
      IdempotentAsk idempotentAsk,
      QuestionRunner questionRunner,
      ProblemMapper problemMapper,
      ObjectMapper json,
      @VirtualThreads ExecutorService virtualThreads) {
    this.idempotentAsk = idempotentAsk;
    this.questionRunner = questionRunner;
    this.problemMapper = problemMapper;
    this.json = json;
    this.virtualThreads = virtualThreads;
  }

  @POST
  @Produces(MediaType.APPLICATION_JSON)
  public ReplyJson ask(
      @HeaderParam(ClientKeyHeader.HEADER) @Nullable String client,
      @HeaderParam(IdempotencyKeyHeader.HEADER) @Nullable String key,
      @Nullable ChatRequest request,
      @Context HttpServerRequest http) {
    var waitingClient = WaitingClient.of(http);
    return ReplyJson.of(answer(decode(request, client, key), channel(http), waitingClient));
  }

  /// A problem before the first event is returned as the response; a later problem is the last
  /// event.
  @POST
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Blocking
  @Operation(hidden = true)
  public Multi<OutboundSseEvent> stream(
      @HeaderParam(ClientKeyHeader.HEADER) @Nullable String client,
      @HeaderParam(IdempotencyKeyHeader.HEADER) @Nullable String key,
      @Nullable ChatRequest request,
      @Context Sse sse,
      @Context HttpServerRequest http) {
    // Prevents proxies from buffering the events.
    http.response().putHeader("X-Accel-Buffering", "no");
    var events = new EventStream(sse, json);
    // The framework observes the connection only after the first event.
    http.response().closeHandler(_ -> events.onDisconnect());
    var channel = channel(http);
    virtualThreads.execute(() -> {
      try {
        events.end("done", ReplyJson.of(answer(decode(request, client, key), channel, events)));
      } catch (RuntimeException | Error e) {
        events.fail(e, fault -> problemMapper.json(fault, http));
      }
    });
    return events.awaitFirstEvent();
  }

  private static Message decode(
      @Nullable ChatRequest request, @Nullable String client, @Nullable String key) {
    return RequestJson.required(request)
        .decode(ClientKeyHeader.optional(client), IdempotencyKeyHeader.key(key));
  }

  private static Channel channel(HttpServerRequest http) {
    return RequestOrigin.of(http) == null ? Channel.API : Channel.WIDGET;
  }

  private Reply answer(Message message, Channel channel, AnswerListener listener) {
    return questionRunner.run(
        new QuestionRunner.Asked<>(
            channel,
            message.text(),
            cancellable -> idempotentAsk.ask(message, cancellable),
            Reply::answer),
        listener);
  }
}
