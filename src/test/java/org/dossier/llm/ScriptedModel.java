package org.dossier.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Fake model server on loopback that uses a provider's wire format and follows scripts, faults
/// included. Each call plays the next script; after the last one, that script is repeated.
public final class ScriptedModel implements AutoCloseable {
  private static final long TIMEOUT_SECONDS = 20;

  private final WireFormat format;
  private final ServerSocket listening;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile Session session = new Session();

  /// Starts a server on a free port.
  public ScriptedModel(WireFormat format) {
    this.format = format;
    try {
      listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::serve);
  }

  /// The scripts and received requests since the start or the last reset.
  private static final class Session {
    private final ConcurrentLinkedQueue<Function<Request, List<Step>>> scripts =
        new ConcurrentLinkedQueue<>();
    private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
    private final BlockingQueue<Request> disconnected = new LinkedBlockingQueue<>();
    private volatile Function<Request, List<Step>> last = _ -> List.of(new Step.Silence());

    private List<Step> steps(Request request) {
      requests.add(request);
      var script = scripts.poll();
      if (script != null) {
        last = script;
      }
      return last.apply(request);
    }
  }

  /// One action of the server during a response.
  public sealed interface Step {
    /// Sends a piece of the answer.
    record Words(String words) implements Step {}

    /// Ends the answer in the way of the format.
    record End(String reason) implements Step {}

    /// Sends these bytes as they are.
    record Raw(String bytes) implements Step {}

    /// Answers with an error instead; must be the first step.
    record Status(int status, String body) implements Step {}

    /// Waits until a test opens the gate.
    record Wait(CountDownLatch gate) implements Step {}

    /// Sends nothing more until the client disconnects.
    record Silence() implements Step {}

    /// Resets the connection, as a killed process does.
    record Reset() implements Step {}

    /// Closes the connection regularly, without an end of the answer.
    record HangUp() implements Step {}
  }

  /// A received request.
  ///
  /// @param headers the headers by their names in lower case
  public record Request(String path, Map<String, String> headers, String body) {
    private static final Pattern LINE = Pattern.compile("(?m)^\\[(\\d+)] (.*)$");

    /// All text of the prompt, the user message last.
    public String promptText() {
      try {
        var root = new ObjectMapper().readTree(body);
        var texts = new ArrayList<>(root.findValuesAsText("content"));
        texts.addAll(root.findValuesAsText("title"));
        texts.addAll(root.findValuesAsText("source"));
        texts.addAll(root.findValuesAsText("text"));
        return String.join("\n", texts);
      } catch (JsonProcessingException e) {
        throw new UncheckedIOException(e);
      }
    }

    /// The sentences of each search result in an Anthropic request.
    public List<List<String>> searchResults() {
      try {
        var results = new ArrayList<List<String>>();
        for (var block : new ObjectMapper().readTree(body).at("/messages/0/content")) {
          if (block.path("type").asText().equals("search_result")) {
            results.add(block.path("content").findValuesAsText("text"));
          }
        }
        return results;
      } catch (JsonProcessingException e) {
        throw new UncheckedIOException(e);
      }
    }

    /// The sentences of the evidence by number. In search results they are numbered consecutively.
    public Map<Integer, String> lines() {
      var lines = new TreeMap<Integer, String>();
      searchResults().stream()
          .flatMap(List::stream)
          .forEach(sentence -> lines.put(lines.size() + 1, sentence));
      LINE.matcher(promptText())
          .results()
          .forEach(line -> lines.put(Integer.valueOf(line.group(1)), line.group(2)));
      return lines;
    }
  }

  /// A complete answer in these pieces.
  public static List<Step> answer(String... pieces) {
    var steps = new ArrayList<Step>();
    for (var piece : pieces) {
      steps.add(new Step.Words(piece));
    }
    steps.add(new Step.End("stop"));
    return List.copyOf(steps);
  }

  /// Adds a script for the next call that has none yet.
  public void script(List<Step> steps) {
    script(_ -> steps);
  }

  /// Adds a script that depends on the request.
  public void script(Function<Request, List<Step>> script) {
    session.scripts.add(script);
  }

  /// Discards all scripts and received requests; calls in progress no longer affect the server.
  public void reset() {
    session = new Session();
  }

  /// The value for `dossier.model.base-url`.
  public String address() {
    return "http://127.0.0.1:" + listening.getLocalPort() + format.base();
  }

  /// The settings that select this model.
  public Map<String, String> settings() {
    return Map.of("dossier.model", format.choice(), "dossier.model.base-url", address());
  }

  /// Waits for the next request and returns it.
  public Request request() throws InterruptedException {
    return await(session.requests, "no request was received");
  }

  /// The number of received requests that [#request()] has not returned.
  public int unreadRequests() {
    return session.requests.size();
  }

  /// Waits for a client to disconnect before the end of its answer and returns its request.
  public Request awaitDisconnect() throws InterruptedException {
    return await(session.disconnected, "no client disconnected");
  }

  /// Stops the server and closes its connections.
  @Override
  public void close() {
    try {
      listening.close();
      for (var socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Request await(BlockingQueue<Request> queue, String otherwise)
      throws InterruptedException {
    var request = queue.poll(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    if (request == null) {
      throw new AssertionError(otherwise);
    }
    return request;
  }

  private void serve() {
    try {
      while (true) {
        var socket = listening.accept();
        Thread.ofVirtual().start(() -> converse(socket));
      }
    } catch (IOException _) {
      // Closed.
    }
  }

  private void converse(Socket socket) {
    open.add(socket);
    try (socket) {
      // Small pieces must be sent immediately, because tests depend on their timing.
      socket.setTcpNoDelay(true);
      var in = new BufferedInputStream(socket.getInputStream());
      for (var request = read(in); request != null; request = read(in)) {
        if (!play(session, request, socket, in)) {
          return;
        }
      }
    } catch (IOException | InterruptedException _) {
      // The client has disconnected.
    }
  }

  /// Plays a script. Returns true if the connection can be used for another request.
  private boolean play(Session now, Request request, Socket socket, InputStream in)
      throws IOException, InterruptedException {
    var steps = format.encode(now.steps(request), request);
    var out = socket.getOutputStream();
    if (!request.path().startsWith(format.path())) {
      sendError(out, 404, "{\"error\":\"no such path: " + request.path() + "\"}");
      return false;
    }
    if (steps.getFirst() instanceof Step.Status(int status, String body)) {
      sendError(out, status, body);
      return false;
    }
    boolean begun = false;
    for (var step : steps) {
      if (!begun && !(step instanceof Step.Silence || step instanceof Step.Reset)) {
        begin(out);
        begun = true;
      }
      switch (step) {
        case Step.Words(var words) -> chunk(out, format.words(words));
        case Step.End(var reason) -> chunk(out, format.end(reason));
        case Step.Raw(var bytes) -> chunk(out, bytes);
        case Step.Wait(var gate) -> gate.await(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        case Step.Silence _ -> {
          awaitEnd(in);
          now.disconnected.add(request);
          return false;
        }
        case Step.Reset _ -> {
          socket.setSoLinger(true, 0);
          return false;
        }
        case Step.HangUp _ -> {}
        case Step.Status _ -> throw new IllegalStateException("a status comes first");
      }
    }
    out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    out.flush();
    return true;
  }

  private static void awaitEnd(InputStream in) {
    try {
      while (in.read() >= 0) {
        // Further bytes are ignored.
      }
    } catch (IOException _) {
      // A reset is a disconnect, too.
    }
  }

  private void begin(OutputStream out) throws IOException {
    out.write(
        "HTTP/1.1 200 OK\r\nContent-Type: %s\r\nTransfer-Encoding: chunked\r\n\r\n"
            .formatted(format.type())
            .getBytes(StandardCharsets.US_ASCII));
    if (!format.begin().isEmpty()) {
      chunk(out, format.begin());
    }
    out.flush();
  }

  private static void chunk(OutputStream out, String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length == 0) {
      return;
    }
    out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.write(bytes);
    out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static void sendError(OutputStream out, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    out.write(
        "HTTP/1.1 %d Error\r\nContent-Type: application/json\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
            .formatted(status, bytes.length)
            .getBytes(StandardCharsets.US_ASCII));
    out.write(bytes);
    out.flush();
  }

  /// The next request on a connection; `null` at its end.
  private static @Nullable Request read(InputStream in) throws IOException {
    var first = line(in);
    if (first == null) {
      return null;
    }
    var headers = new TreeMap<String, String>();
    for (var line = line(in); line != null && !line.isEmpty(); line = line(in)) {
      var header = line.split(":", 2);
      headers.put(header[0].toLowerCase(Locale.ROOT), header[1].strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    var body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    return new Request(first.split(" ", -1)[1], headers, body);
  }

  private static @Nullable String line(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (b == '\n') {
        return line.toString(StandardCharsets.UTF_8).stripTrailing();
      }
      line.write(b);
    }
    return null;
  }
}
