package org.dossier.web.openai;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.dossier.web.RequestCancelledException;

/// The server-sent events of one stream, between the thread that answers and the thread that sends.
/// Thread-safe.
final class EventQueue {
  private static final String MEDIA_TYPE = "text/event-stream;charset=UTF-8";

  private final BlockingQueue<Item> items = new LinkedBlockingQueue<>();
  private volatile boolean disconnected;

  private sealed interface Item {}

  private record Event(String text) implements Item {}

  private record Failure(Throwable fault) implements Item {}

  private record End() implements Item {}

  /// @param event the lines of the event, with the empty line at the end
  /// @throws RequestCancelledException if the client has disconnected
  void send(String event) {
    check();
    items.add(new Event(event));
  }

  /// Ends the stream after the events that were sent.
  void end() {
    items.add(new End());
  }

  /// Ends the stream before its first event: [#response] throws `fault`.
  void fail(Throwable fault) {
    items.add(new Failure(fault));
  }

  /// Records that the client has closed the connection.
  void onDisconnect() {
    disconnected = true;
  }

  /// @throws RequestCancelledException if the client has disconnected
  void check() {
    if (disconnected) {
      throw new RequestCancelledException();
    }
  }

  /// Waits for the first event, and returns a response that sends all events.
  ///
  /// @throws RuntimeException the fault given to [#fail]
  Response response() {
    var first = next();
    if (first instanceof Failure(var fault)) {
      switch (fault) {
        case RuntimeException e -> throw e;
        case Error e -> throw e;
        default -> throw new IllegalStateException(fault);
      }
    }
    StreamingOutput stream = output -> sendAll(first, output);
    return Response.ok(stream).type(MEDIA_TYPE).header("X-Accel-Buffering", "no").build();
  }

  private void sendAll(Item first, OutputStream output) throws IOException {
    try {
      for (var item = first; item instanceof Event(var text); item = next()) {
        output.write(text.getBytes(StandardCharsets.UTF_8));
        output.flush();
      }
    } catch (IOException e) {
      onDisconnect();
      throw e;
    }
  }

  private Item next() {
    try {
      return items.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      onDisconnect();
      throw new RequestCancelledException();
    }
  }
}
