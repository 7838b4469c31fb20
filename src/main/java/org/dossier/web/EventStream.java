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

/// Tells one client of an answer while it is made, as server-sent events. Several threads may tell;
/// after the last event nothing follows.
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

  /// What was found, told before any statement.
  @Schema(name = "EvidenceEvent", description = "What was found, best first.")
  record EvidenceEvent(List<EvidenceJson> evidence) {}

  /// @throws RequestCancelledException if the client is gone
  @Override
  public void evidence(List<Evidence> evidence) {
    send(
        "evidence",
        new EvidenceEvent(
            evidence.stream().map(found -> EvidenceJson.of(found, List.of())).toList()));
  }

  /// @throws RequestCancelledException if the client is gone
  @Override
  public void statement(Statement statement, List<Citation> citations) {
    var told = StatementEventJson.of(statement, citations, written);
    written += statement.lengthInAnswer();
    send("statement", told);
  }

  /// @throws RequestCancelledException if the client is gone
  @Override
  public void waiting() {
    if (gone) {
      throw new RequestCancelledException();
    }
  }

  /// The events for the client, once there is a first one.
  ///
  /// @throws RuntimeException what [#fail] was told instead of a first event
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

  /// The client has closed the connection. After the stream was subscribed to, its cancellation
  /// says the same.
  void abandon() {
    gone = true;
  }

  /// The last event.
  ///
  /// @throws RequestCancelledException if the client is gone
  synchronized void end(String name, Object data) {
    send(name, data);
    close();
  }

  /// Ends the stream for a fault: as its last event, or, where nothing was told yet, by having
  /// [#begun] throw it.
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
