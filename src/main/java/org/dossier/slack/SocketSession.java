package org.dossier.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.dossier.slack.api.ShutdownSignal;
import org.dossier.slack.api.UnknownOutcomeException;
import org.dossier.slack.event.CommandParser;
import org.dossier.slack.event.EventParser;
import org.dossier.slack.event.InteractionParser;
import org.dossier.slack.event.MalformedPayloadException;
import org.dossier.slack.event.Payload;
import org.dossier.slack.event.SlackEvent;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// One WebSocket connection of Socket Mode: parses the envelopes that Slack sends, passes events to
/// the [EventHandler], and acknowledges them once they are stored.
final class SocketSession implements WebSocket.Listener {
  private static final Logger LOG = Logger.getLogger(SocketSession.class);
  private static final Duration HELLO_TIMEOUT = Duration.ofSeconds(15);

  /// Slack sends pings more often. A connection that is silent for this long is considered dead,
  /// even if TCP still reports it as open.
  private static final Duration MAX_SILENCE = Duration.ofSeconds(60);

  private final EventHandler eventHandler;
  private final EventParser eventParser;
  private final ShutdownSignal shutdownSignal;
  private final StringBuilder text = new StringBuilder();
  private final CountDownLatch hello = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile @Nullable WebSocket socket;
  private volatile long lastActivity = System.nanoTime();

  /// Completes when the last message is sent: the WebSocket allows one pending send at a time.
  private CompletableFuture<@Nullable WebSocket> sending = CompletableFuture.completedFuture(null);

  SocketSession(EventHandler eventHandler, EventParser eventParser, ShutdownSignal shutdownSignal) {
    this.eventHandler = eventHandler;
    this.eventParser = eventParser;
    this.shutdownSignal = shutdownSignal;
  }

  /// Waits until Slack has accepted the connection.
  ///
  /// @throws UnknownOutcomeException if Slack sends no hello message in time
  void awaitHello() {
    try {
      if (!hello.await(HELLO_TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
        end();
        throw new UnknownOutcomeException("Socket Mode", "Slack sent no hello message");
      }
    } catch (InterruptedException e) {
      shutdownSignal.trigger();
    }
  }

  /// Returns when the connection has ended, or has been silent for too long.
  void await() {
    try {
      while (!ended.await(1, TimeUnit.SECONDS)) {
        if (shutdownSignal.isTriggered()
            || System.nanoTime() - lastActivity > MAX_SILENCE.toNanos()) {
          end();
        }
      }
    } catch (InterruptedException e) {
      shutdownSignal.trigger();
    }
  }

  void end() {
    var open = socket;
    if (open != null) {
      open.abort();
    }
    ended.countDown();
  }

  @Override
  public void onOpen(WebSocket opened) {
    socket = opened;
    opened.request(1);
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
    recordActivity();
    text.append(data);
    if (last) {
      var message = text.toString();
      text.setLength(0);
      onMessage(message);
    }
    webSocket.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onPing(WebSocket webSocket, ByteBuffer message) {
    recordActivity();
    webSocket.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int status, String reason) {
    ended.countDown();
    return null;
  }

  @Override
  public void onError(WebSocket webSocket, Throwable fault) {
    LOG.infof("The connection to Slack failed: %s", fault);
    ended.countDown();
  }

  private void recordActivity() {
    lastActivity = System.nanoTime();
  }

  private void onMessage(String message) {
    try {
      var envelope = Payload.json(message);
      switch (envelope.path("type").asText()) {
        case "hello" -> hello.countDown();
        case "disconnect" -> {
          LOG.infof("Slack requests a new connection: %s", envelope.path("reason").asText());
          ended.countDown();
        }
        default -> handleEnvelope(envelope);
      }
    } catch (MalformedPayloadException e) {
      LOG.warnf("Malformed message from Slack: %s", e.getMessage());
    }
  }

  private void handleEnvelope(JsonNode envelope) {
    var id = Payload.required(envelope, "envelope_id");
    try {
      eventHandler
          .receive(read(envelope), eventId(envelope))
          .thenAccept(acknowledgement -> acknowledge(id, envelope, acknowledgement))
          .exceptionally(fault -> {
            LOG.warnf("Event not stored, Slack will deliver it again: %s", fault);
            return null;
          });
    } catch (MalformedPayloadException e) {
      // A redelivery would be just as malformed.
      LOG.warnf("Malformed message from Slack: %s", e.getMessage());
      acknowledge(id, envelope, new EventHandler.Acknowledgement(null));
    }
  }

  private void acknowledge(
      String id, JsonNode envelope, EventHandler.Acknowledgement acknowledgement) {
    var response = JsonNodeFactory.instance.objectNode().put("envelope_id", id);
    if (acknowledgement.body() != null && envelope.path("accepts_response_payload").asBoolean()) {
      response.set("payload", acknowledgement.body());
    }
    send(response.toString());
  }

  private synchronized void send(String message) {
    sending =
        sending
            .exceptionally(_ -> null)
            .thenCompose(_ -> {
              var open = socket;
              return open == null
                  ? CompletableFuture.completedFuture(null)
                  : open.sendText(message, true);
            });
  }

  private @Nullable String eventId(JsonNode envelope) {
    return envelope.path("type").asText().equals("events_api")
        ? EventParser.id(envelope.path("payload"))
        : null;
  }

  private SlackEvent read(JsonNode envelope) {
    var payload = envelope.path("payload");
    return switch (envelope.path("type").asText()) {
      case "events_api" -> eventParser.read(payload);
      case "slash_commands" -> CommandParser.read(payload);
      case "interactive" -> InteractionParser.read(payload);
      default -> new SlackEvent.Ignored();
    };
  }
}
