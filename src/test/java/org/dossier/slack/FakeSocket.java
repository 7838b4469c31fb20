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

/// Slack's end of Socket Mode: delivers over the newest connection what was not acknowledged over
/// those before.
final class FakeSocket extends WebSocketServer {
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
  public synchronized void onOpen(WebSocket socket, ClientHandshake handshake) {
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

  @Override
  public synchronized void onClose(WebSocket socket, int code, String reason, boolean remote) {
    if (socket.equals(open)) {
      open = null;
    }
  }

  @Override
  public void onError(@Nullable WebSocket socket, Exception fault) {}

  @Override
  public synchronized void onMessage(WebSocket socket, String message) {
    var acknowledgement = Payload.json(message);
    unacknowledged.remove(acknowledgement.path("envelope_id").asText());
    acknowledgements.add(acknowledgement);
  }

  /// Sends an envelope.
  synchronized void send(String type, JsonNode payload) {
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

  /// Breaks the connection off.
  synchronized void drop() {
    if (open != null) {
      // As a cable does that is pulled, with no word of farewell.
      open.closeConnection(1006, "");
      open = null;
    }
  }

  /// Asks for another connection, as Slack does before it ends one.
  synchronized void refresh() {
    if (open != null) {
      open.send("{\"type\":\"disconnect\",\"reason\":\"refresh_requested\"}");
    }
  }

  synchronized int openings() {
    return connections;
  }

  synchronized List<JsonNode> acknowledgements() {
    return List.copyOf(acknowledgements);
  }

  synchronized boolean allAcknowledged() {
    return unacknowledged.isEmpty();
  }
}
