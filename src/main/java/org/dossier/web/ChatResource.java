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
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.dossier.answer.AnswerListener;
import org.dossier.answer.Citation;
import org.dossier.answer.Statement;
import org.dossier.auth.Permission;
import org.dossier.auth.RequiresPermission;
import org.dossier.chat.IdempotentAsk;
import org.dossier.chat.Message;
import org.dossier.chat.conversation.Reply;
import org.dossier.observability.Channel;
import org.dossier.observability.QuestionInstrumentation;
import org.dossier.retrieval.Evidence;
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
  private final RequestExecutor requestExecutor;
  private final QuestionInstrumentation questionInstrumentation;
  private final ProblemMapper problemMapper;
  private final ObjectMapper json;
  private final ExecutorService virtualThreads;

  ChatResource(
      IdempotentAsk idempotentAsk,
      RequestExecutor requestExecutor,
      QuestionInstrumentation questionInstrumentation,
      ProblemMapper problemMapper,
      ObjectMapper json,
      @VirtualThreads ExecutorService virtualThreads) {
    this.idempotentAsk = idempotentAsk;
    this.requestExecutor = requestExecutor;
    this.questionInstrumentation = questionInstrumentation;
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
    var waitingClient = new WaitingClient();
    http.response().closeHandler(_ -> waitingClient.disconnected = true);
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
    return questionInstrumentation.record(
        channel,
        message.text(),
        () ->
            requestExecutor.run(cancellationToken ->
                idempotentAsk.ask(message, new CancellableListener(cancellationToken, listener))));
  }

  /// A client that waits for the complete reply. Cancels the work if the client closes the
  /// connection.
  private static final class WaitingClient implements AnswerListener {
    private volatile boolean disconnected;

    @Override
    public void waiting() {
      if (disconnected) {
        throw new RequestCancelledException();
      }
    }
  }

  /// Stops answering if the request was cancelled: checked at every callback.
  private record CancellableListener(
      RequestExecutor.CancellationToken cancellationToken, AnswerListener listener)
      implements AnswerListener {
    @Override
    public void evidence(List<Evidence> evidence) {
      cancellationToken.check();
      listener.evidence(evidence);
    }

    @Override
    public void related() {
      cancellationToken.check();
      listener.related();
    }

    @Override
    public void statement(Statement statement, List<Citation> citations) {
      cancellationToken.check();
      listener.statement(statement, citations);
    }

    @Override
    public void waiting() {
      cancellationToken.check();
      listener.waiting();
    }
  }
}
