package org.dossier.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.dossier.slack.api.Backoff;
import org.dossier.slack.api.ConnectionStatus;
import org.dossier.slack.api.RateLimitedException;
import org.dossier.slack.api.ShutdownSignal;
import org.dossier.slack.api.SlackApiException;
import org.dossier.slack.api.SlackHttpClient;
import org.dossier.slack.api.Token;
import org.dossier.slack.api.UnknownOutcomeException;
import org.dossier.slack.event.CommandParser;
import org.dossier.slack.event.EventParser;
import org.dossier.slack.event.InteractionParser;
import org.dossier.slack.event.MalformedPayloadException;
import org.dossier.slack.event.Payload;
import org.dossier.slack.event.SlackEvent;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Receives events from Slack over WebSocket connections that this process opens (Socket Mode). One
/// connection is open at a time; when it ends, the next one is opened. An event is acknowledged
/// once it is stored. Slack redelivers events that were not acknowledged before the connection
/// ended.
final class SocketMode {
  private static final Logger LOG = Logger.getLogger(SocketMode.class);
  private static final Duration MIN_STABLE_TIME = Duration.ofSeconds(5);
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(15);

  /// Slack sends pings more often. A connection that is silent for this long is considered dead,
  /// even if TCP still reports it as open.
  private static final Duration MAX_SILENCE = Duration.ofSeconds(60);

  private final SlackHttpClient api;
  private final Token token;
  private final EventHandler eventHandler;
  private final ConnectionStatus connectionStatus;
  private final EventParser eventParser;
  private final ShutdownSignal shutdownSignal;
  private final AtomicReference<@Nullable Session> current = new AtomicReference<>();

  SocketMode(
      SlackHttpClient api,
      Token token,
      EventHandler eventHandler,
      ConnectionStatus connectionStatus,
      EventParser eventParser,
      ShutdownSignal shutdownSignal) {
    this.api = api;
    this.token = token;
    this.eventHandler = eventHandler;
    this.connectionStatus = connectionStatus;
    this.eventParser = eventParser;
    this.shutdownSignal = shutdownSignal;
  }

  /// Maintains the connection until the bot stops.
  ///
  /// @param workspace the name for [ConnectionStatus]; `null` if unknown
  void run(@Nullable String workspace) {
    var backoff = new Backoff(shutdownSignal);
    while (!shutdownSignal.isTriggered()) {
      try {
        if (!runConnection(workspace)) {
          backoff.pause(
              new UnknownOutcomeException("Socket Mode", "the connection ended within seconds"));
        } else {
          backoff.reset();
        }
      } catch (SlackApiException e) {
        LOG.errorf(
            "%s. Check DOSSIER_SLACK_APP_TOKEN, and that Socket Mode is enabled.", e.getMessage());
        connectionStatus.onRejected(e.getMessage());
        backoff.pause(UnknownOutcomeException.unreachable("apps.connections.open", e));
      } catch (RateLimitedException e) {
        shutdownSignal.pause(e.delay());
      } catch (UnknownOutcomeException e) {
        LOG.warn(e.getMessage());
        connectionStatus.onLost(e.getMessage());
        backoff.pause(e);
      }
    }
  }

  /// Opens a connection and receives events until it ends.
  ///
  /// @return true if the connection lasted long enough to be considered stable
  private boolean runConnection(@Nullable String workspace) {
    var previous = current.get();
    var session = open();
    connectionStatus.onConnected(workspace);
    if (previous != null) {
      previous.end();
    }
    long opened = System.nanoTime();
    session.await();
    connectionStatus.onLost("the connection ended; reconnecting");
    return System.nanoTime() - opened > MIN_STABLE_TIME.toNanos();
  }

  void close() {
    var session = current.get();
    if (session != null) {
      session.end();
    }
  }

  private Session open() {
    shutdownSignal.check();
    var response = api.post(token, "apps.connections.open", JsonNodeFactory.instance.objectNode());
    var session = new Session();
    try {
      api.http()
          .newWebSocketBuilder()
          .connectTimeout(CONNECT_TIMEOUT)
          .buildAsync(URI.create(response.path("url").asText()), session)
          .join();
      session.awaitHello();
    } catch (CompletionException | IllegalArgumentException e) {
      throw UnknownOutcomeException.unreachable("Socket Mode", e);
    }
    current.set(session);
    return session;
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

  /// One connection.
  private final class Session implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();
    private final CountDownLatch hello = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable WebSocket socket;
    private volatile long lastActivity = System.nanoTime();

    /// Completes when the last message is sent: the WebSocket allows one pending send at a time.
    private CompletableFuture<@Nullable WebSocket> sending =
        CompletableFuture.completedFuture(null);

    void awaitHello() {
      try {
        if (!hello.await(CONNECT_TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
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
    public @Nullable CompletionStage<?> onText(
        WebSocket webSocket, CharSequence data, boolean last) {
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
  }
}
