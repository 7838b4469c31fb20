package org.dossier.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.dossier.slack.event.Payload;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;

/// Slack's side of Socket Mode. Redelivers events over the newest connection if they were not
/// acknowledged over earlier ones.
final class FakeSocket extends WebSocketServer {
  /// Not the server itself: its `stop` holds that monitor while it waits for the thread that calls
  /// these methods.
  private final Object lock = new Object();

  private final Map<String, ObjectNode> unacknowledged = new LinkedHashMap<>();
  private final List<JsonNode> acknowledgements = new ArrayList<>();
  private final CountDownLatch listening = new CountDownLatch(1);
  private @Nullable WebSocket open;
  private int connections;
  private int envelopes;

  FakeSocket() {
    super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
    setDaemon(true);
    start();
    try {
      listening.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  String url() {
    return "ws://127.0.0.1:" + getPort() + "/link";
  }

  @Override
  public void onStart() {
    listening.countDown();
  }

  @Override
  public void onOpen(WebSocket socket, ClientHandshake handshake) {
    synchronized (lock) {
      open = socket;
      connections++;
      socket.send("{\"type\":\"hello\",\"num_connections\":1}");
      unacknowledged
          .values()
          .forEach(envelope -> {
            envelope.put("retry_attempt", envelope.path("retry_attempt").asInt() + 1);
            socket.send(envelope.toString());
          });
    }
  }

  @Override
  public void onClose(WebSocket socket, int code, String reason, boolean remote) {
    synchronized (lock) {
      if (socket.equals(open)) {
        open = null;
      }
    }
  }

  @Override
  public void onError(@Nullable WebSocket socket, Exception fault) {}

  @Override
  public void onMessage(WebSocket socket, String message) {
    synchronized (lock) {
      var acknowledgement = Payload.json(message);
      unacknowledged.remove(acknowledgement.path("envelope_id").asText());
      acknowledgements.add(acknowledgement);
    }
  }

  /// Sends an envelope.
  void send(String type, JsonNode payload) {
    synchronized (lock) {
      var id = "envelope-" + ++envelopes;
      var envelope =
          JsonNodeFactory.instance
              .objectNode()
              .put("envelope_id", id)
              .put("type", type)
              .put("accepts_response_payload", type.equals("slash_commands"))
              .put("retry_attempt", 0);
      envelope.set("payload", payload);
      unacknowledged.put(id, envelope);
      if (open != null) {
        open.send(envelope.toString());
      }
    }
  }

  /// Drops the connection abruptly.
  void drop() {
    synchronized (lock) {
      if (open != null) {
        // As if the cable was pulled, without a close frame.
        open.closeConnection(1006, "");
        open = null;
      }
    }
  }

  /// Requests a new connection, as Slack does before it ends one.
  void requestReconnect() {
    synchronized (lock) {
      if (open != null) {
        open.send("{\"type\":\"disconnect\",\"reason\":\"refresh_requested\"}");
      }
    }
  }

  int openings() {
    synchronized (lock) {
      return connections;
    }
  }

  List<JsonNode> acknowledgements() {
    synchronized (lock) {
      return List.copyOf(acknowledgements);
    }
  }

  boolean allAcknowledged() {
    synchronized (lock) {
      return unacknowledged.isEmpty();
    }
  }
}
