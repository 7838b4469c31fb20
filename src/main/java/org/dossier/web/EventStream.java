package org.dossier.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.dossier.answer.AnswerListener;
import org.dossier.answer.Citation;
import org.dossier.answer.Statement;
import org.dossier.retrieval.Evidence;
import org.dossier.web.json.EvidenceJson;
import org.dossier.web.json.StatementEventJson;
import org.dossier.web.problem.ProblemJson;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Streams an answer to one client as server-sent events while it is produced. Thread-safe. No
/// event follows the last one.
final class EventStream implements AnswerListener {
  private final UnicastProcessor<OutboundSseEvent> events = UnicastProcessor.create();
  private final CompletableFuture<Void> firstEvent = new CompletableFuture<>();
  private final Sse sse;
  private final ObjectMapper json;
  private volatile boolean disconnected;
  private boolean ended;
  private int nextStart;
  private boolean related;

  EventStream(Sse sse, ObjectMapper json) {
    this.sse = sse;
    this.json = json;
  }

  /// The evidence that was found; sent before any statement.
  @Schema(
      name = "EvidenceEvent",
      description = "A question as it was understood, and the passages found for it, best first.")
  record EvidenceEvent(String question, List<EvidenceJson> evidence) {}

  /// @throws RequestCancelledException if the client has disconnected
  @Override
  public void evidence(String question, List<Evidence> evidence) {
    send(
        "evidence",
        new EvidenceEvent(
            question, evidence.stream().map(found -> EvidenceJson.of(found, List.of())).toList()));
  }

  @Override
  public void related() {
    related = true;
  }

  /// @throws RequestCancelledException if the client has disconnected
  @Override
  public void statement(Statement statement, List<Citation> citations) {
    var event = StatementEventJson.of(statement, citations, nextStart, related);
    nextStart += statement.lengthInAnswer();
    send("statement", event);
  }

  /// @throws RequestCancelledException if the client has disconnected
  @Override
  public void waiting() {
    if (disconnected) {
      throw new RequestCancelledException();
    }
  }

  /// Waits for the first event and returns all events.
  ///
  /// @throws RuntimeException the fault given to [#fail] before the first event
  Multi<OutboundSseEvent> awaitFirstEvent() {
    try {
      firstEvent.join();
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw e;
      }
    }
    return events.onCancellation().invoke(this::onDisconnect);
  }

  /// Records that the client has closed the connection. Once the stream has a subscriber, its
  /// cancellation has the same effect.
  void onDisconnect() {
    disconnected = true;
  }

  /// Sends the last event.
  ///
  /// @throws RequestCancelledException if the client has disconnected
  synchronized void end(String name, Object data) {
    send(name, data);
    close();
  }

  /// Ends the stream because of a fault. The fault is sent as the last event; if no event was sent
  /// yet, [#awaitFirstEvent] throws it.
  synchronized void fail(Throwable fault, Function<Throwable, ProblemJson> toProblem) {
    if (firstEvent.completeExceptionally(fault)
        || fault instanceof RequestCancelledException
        || disconnected) {
      close();
    } else {
      end("error", toProblem.apply(fault));
    }
  }

  private synchronized void send(String name, Object data) {
    if (ended || disconnected) {
      throw new RequestCancelledException();
    }
    events.onNext(sse.newEvent(name, serialize(data)));
    firstEvent.complete(null);
  }

  private void close() {
    ended = true;
    events.onComplete();
  }

  private String serialize(Object data) {
    try {
      return json.writeValueAsString(data);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("every event is JSON", e);
    }
  }
}
