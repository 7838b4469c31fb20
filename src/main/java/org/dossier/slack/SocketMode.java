package org.dossier.slack;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.dossier.slack.api.Backoff;
import org.dossier.slack.api.ConnectionStatus;
import org.dossier.slack.api.RateLimitedException;
import org.dossier.slack.api.ShutdownSignal;
import org.dossier.slack.api.SlackApiException;
import org.dossier.slack.api.SlackHttpClient;
import org.dossier.slack.api.Token;
import org.dossier.slack.api.UnknownOutcomeException;
import org.dossier.slack.event.EventParser;
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

  private final SlackHttpClient api;
  private final Token token;
  private final EventHandler eventHandler;
  private final ConnectionStatus connectionStatus;
  private final EventParser eventParser;
  private final ShutdownSignal shutdownSignal;
  private final AtomicReference<@Nullable SocketSession> current = new AtomicReference<>();

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

  private SocketSession open() {
    shutdownSignal.check();
    var response = api.post(token, "apps.connections.open", JsonNodeFactory.instance.objectNode());
    var session = new SocketSession(eventHandler, eventParser, shutdownSignal);
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
}
