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
  private final CompletableFuture<Void> begun = new CompletableFuture<>();
  private final Sse sse;
  private final ObjectMapper json;
  private volatile boolean gone;
  private boolean ended;
  private int written;

  EventStream(Sse sse, ObjectMapper json) {
    this.sse = sse;
    this.json = json;
  }

  /// The evidence that was found; sent before any statement.
  @Schema(name = "EvidenceEvent", description = "The passages found, best first.")
  record EvidenceEvent(List<EvidenceJson> evidence) {}

  /// @throws RequestCancelledException if the client has disconnected
  @Override
  public void evidence(List<Evidence> evidence) {
    send(
        "evidence",
        new EvidenceEvent(
            evidence.stream().map(found -> EvidenceJson.of(found, List.of())).toList()));
  }

  /// @throws RequestCancelledException if the client has disconnected
  @Override
  public void statement(Statement statement, List<Citation> citations) {
    var told = StatementEventJson.of(statement, citations, written);
    written += statement.lengthInAnswer();
    send("statement", told);
  }

  /// @throws RequestCancelledException if the client has disconnected
  @Override
  public void waiting() {
    if (gone) {
      throw new RequestCancelledException();
    }
  }

  /// Waits for the first event and returns all events.
  ///
  /// @throws RuntimeException the fault given to [#fail] before the first event
  Multi<OutboundSseEvent> begun() {
    try {
      begun.join();
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw e;
      }
    }
    return events.onCancellation().invoke(this::abandon);
  }

  /// Records that the client has closed the connection. Once the stream has a subscriber, its
  /// cancellation has the same effect.
  void abandon() {
    gone = true;
  }

  /// Sends the last event.
  ///
  /// @throws RequestCancelledException if the client has disconnected
  synchronized void end(String name, Object data) {
    send(name, data);
    close();
  }

  /// Ends the stream because of a fault. The fault is sent as the last event; if no event was sent
  /// yet, [#begun] throws it.
  synchronized void fail(Throwable fault, Function<Throwable, ProblemJson> told) {
    if (begun.completeExceptionally(fault) || fault instanceof RequestCancelledException || gone) {
      close();
    } else {
      end("error", told.apply(fault));
    }
  }

  private synchronized void send(String name, Object data) {
    if (ended || gone) {
      throw new RequestCancelledException();
    }
    events.onNext(sse.newEvent(name, text(data)));
    begun.complete(null);
  }

  private void close() {
    ended = true;
    events.onComplete();
  }

  private String text(Object data) {
    try {
      return json.writeValueAsString(data);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("every event is JSON", e);
    }
  }
}
