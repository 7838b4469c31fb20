package org.dossier.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A fake Slack server on the loopback interface. It stores messages, enforces Slack's rules about
/// them, and records every call. A call that violates a rule is rejected with Slack's error code. A
/// call that Slack's SDK does not know fails the test.
public final class FakeSlack implements AutoCloseable {
  static final String TEAM = "T0001";
  static final String BOT = "U0BOT";
  static final String BOT_TOKEN = "xoxb-fake";
  static final String APP_TOKEN = "xapp-fake";

  private static final Duration TIMEOUT = Duration.ofSeconds(90);
  private static final JsonMapper JSON = new JsonMapper();

  private final Vertx vertx = Vertx.vertx();
  private final HttpServer server;
  private final FakeSocket socket = new FakeSocket();
  private final List<Call> calls = new ArrayList<>();
  private final Map<String, Posted> posted = new LinkedHashMap<>();
  private final Map<String, Queue<Fault>> troubles = new HashMap<>();
  private final Map<String, String> refusals = new HashMap<>();
  private final Map<String, Long> lastCall = new HashMap<>();
  private final Map<String, Duration> tiers = new HashMap<>();
  private final List<Throwable> faults = new ArrayList<>();
  private int count;
  private volatile Duration late = Duration.ZERO;
  private volatile BiConsumer<String, JsonNode> checked = SdkTypes::check;

  public FakeSlack() {
    this(0);
  }

  FakeSlack(int port) {
    server =
        vertx
            .createHttpServer()
            .requestHandler(this::handle)
            .listen(port, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  /// A call of a Web API method.
  public record Call(String method, JsonNode arguments) {}

  /// A message of the bot.
  ///
  /// @param text the text of its blocks, or its own text if it has no blocks
  public record Posted(
      String channel,
      String ts,
      @Nullable String thread,
      ArrayNode blocks,
      String text,
      JsonNode metadata,
      boolean streaming) {

    public String words() {
      return blocks.isEmpty() ? text : words(blocks);
    }

    private static String words(JsonNode node) {
      var words = new StringBuilder();
      if (node.path("text").isTextual()) {
        words.append(node.path("text").asText());
      }
      node.forEach(child -> words.append(words(child)));
      return words.toString();
    }
  }

  private sealed interface Fault {
    record Limit(int seconds) implements Fault {}

    record Refuse(String error) implements Fault {}

    /// The call is executed, but the response is lost.
    record Swallow() implements Fault {}

    /// The call is lost before it is executed.
    record Drop() implements Fault {}
  }

  URI api() {
    return URI.create("http://127.0.0.1:" + server.actualPort() + "/api/");
  }

  FakeSocket socket() {
    return socket;
  }

  /// Makes the next call of the method return 429.
  public synchronized void limit(String method, int seconds) {
    trouble(method, new Fault.Limit(seconds));
  }

  /// Makes the next call of the method fail with `error`.
  public synchronized void rejectOnce(String method, String error) {
    trouble(method, new Fault.Refuse(error));
  }

  /// Executes the next call of the method and drops the connection before the response.
  public synchronized void loseResponse(String method) {
    trouble(method, new Fault.Swallow());
  }

  /// Drops the next call of the method.
  public synchronized void loseCall(String method) {
    trouble(method, new Fault.Drop());
  }

  /// Makes every call of the method fail with `error`.
  public synchronized void reject(String method, String error) {
    refusals.put(method, error);
  }

  /// Makes calls of the method within this interval return 429.
  public synchronized void tier(String method, Duration between) {
    tiers.put(method, between);
  }

  /// Delays the responses to posted messages.
  void delayPostResponses(Duration by) {
    late = by;
  }

  /// Disables the check against the SDK's types, which is slow, for tests with many calls.
  void skipSdkCheck() {
    checked = (method, arguments) -> {};
  }

  private void trouble(String method, Fault fault) {
    troubles.computeIfAbsent(method, key -> new ArrayDeque<>()).add(fault);
  }

  synchronized List<Call> calls() {
    check();
    return List.copyOf(calls);
  }

  public synchronized List<Call> calls(String method) {
    check();
    return calls.stream().filter(call -> call.method().equals(method)).toList();
  }

  /// The bot's messages, oldest first.
  public synchronized List<Posted> messages() {
    check();
    return List.copyOf(posted.values());
  }

  /// The bot's messages in a thread.
  synchronized List<Posted> replies(String thread) {
    return messages().stream().filter(message -> thread.equals(message.thread())).toList();
  }

  /// Waits until the bot has posted `number` messages and none of them is still streaming.
  List<Posted> awaitMessages(int number) {
    await(() -> messages().size() >= number && messages().stream().noneMatch(Posted::streaming));
    return messages();
  }

  public synchronized void await(Supplier<Boolean> condition) {
    long end = System.nanoTime() + TIMEOUT.toNanos();
    while (!condition.get()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited in vain; Slack was called: " + calls);
      }
      try {
        wait(20);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private void check() {
    if (!faults.isEmpty()) {
      throw new AssertionError("Slack would not have understood", faults.getFirst());
    }
  }

  private void handle(HttpServerRequest request) {
    request.bodyHandler(body -> {
      var method = Objects.requireNonNull(request.path()).replaceFirst("^/api/", "");
      try {
        var arguments = arguments(request, body.toString());
        answer(request, method, arguments);
      } catch (RuntimeException | Error e) {
        synchronized (this) {
          faults.add(e);
        }
        request.response().setStatusCode(500).end();
      }
    });
  }

  private static JsonNode arguments(HttpServerRequest request, String body)
      throws IllegalArgumentException {
    if (request.method().name().equals("GET")) {
      var query = JsonNodeFactory.instance.objectNode();
      request.params().forEach(parameter -> query.put(parameter.getKey(), parameter.getValue()));
      return query;
    }
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(body, e);
    }
  }

  private synchronized void answer(HttpServerRequest request, String method, JsonNode arguments) {
    if (method.equals("response")) {
      calls.add(new Call(method, arguments));
      request.response().end("ok");
      return;
    }
    var queue = troubles.get(method);
    var fault = queue == null ? null : queue.poll();
    int limit = fault instanceof Fault.Limit limited ? limited.seconds() : tierLimit(method);
    if (limit > 0 || fault instanceof Fault.Limit) {
      request
          .response()
          .setStatusCode(429)
          .putHeader("Retry-After", String.valueOf(limit))
          .end("{\"ok\":false,\"error\":\"ratelimited\"}");
      return;
    }
    if (fault instanceof Fault.Drop) {
      request.connection().close();
      return;
    }
    var answer =
        fault instanceof Fault.Refuse refuse
            ? refusal(refuse.error())
            : done(request, method, arguments);
    notifyAll();
    if (fault instanceof Fault.Swallow) {
      request.connection().close();
    } else if (late.isPositive() && method.equals("chat.postMessage")) {
      vertx.setTimer(late.toMillis(), timer -> respond(request, answer));
    } else {
      respond(request, answer);
    }
  }

  private static void respond(HttpServerRequest request, JsonNode answer) {
    if (!request.response().closed()) {
      request.response().putHeader("Content-Type", "application/json").end(answer.toString());
    }
  }

  private int tierLimit(String method) {
    var between = tiers.get(method);
    var last = lastCall.get(method);
    boolean tooSoon =
        between != null && last != null && System.nanoTime() - last < between.toNanos();
    if (!tooSoon) {
      lastCall.put(method, System.nanoTime());
    }
    return tooSoon ? 1 : 0;
  }

  private ObjectNode done(HttpServerRequest request, String method, JsonNode arguments) {
    var token = method.equals("apps.connections.open") ? APP_TOKEN : BOT_TOKEN;
    if (!("Bearer " + token).equals(request.getHeader("Authorization"))) {
      return refusal("invalid_auth");
    }
    if (request.method().name().equals("POST")) {
      checked.accept(method, arguments);
    }
    calls.add(new Call(method, arguments));
    if (refusals.containsKey(method)) {
      return refusal(Objects.requireNonNull(refusals.get(method)));
    }
    return switch (method) {
      case "auth.test" -> ok().put("team", "Gull").put("team_id", TEAM).put("user_id", BOT);
      case "apps.connections.open" -> ok().put("url", socket.url());
      case "chat.postMessage" -> post(arguments);
      case "chat.update" -> update(arguments);
      case "chat.delete" -> delete(arguments);
      case "chat.startStream" -> startStream(arguments);
      case "chat.appendStream" -> append(arguments, arguments.path("chunks"), true);
      case "chat.stopStream" -> append(arguments, stopped(arguments), false);
      case "conversations.replies", "conversations.history" -> history(arguments);
      case "assistant.threads.setStatus", "assistant.threads.setSuggestedPrompts" -> ok();
      default -> refusal("unknown_method");
    };
  }

  private ObjectNode post(JsonNode arguments) {
    if (arguments.path("text").asText().length() > 40_000) {
      return refusal("msg_too_long");
    }
    var broken =
        arguments.has("blocks")
            ? BlockRules.violatedRule(arguments.path("blocks"))
            : java.util.Optional.<String>empty();
    return broken
        .map(FakeSlack::refusal)
        .orElseGet(() -> {
          var message = message(arguments, (ArrayNode) arguments.withArray("/blocks"), false);
          posted.put(message.ts(), message);
          return ok().put("channel", message.channel()).put("ts", message.ts());
        });
  }

  private Posted message(JsonNode arguments, ArrayNode blocks, boolean streaming) {
    var ts = "1800000000.%06d".formatted(++count);
    return new Posted(
        arguments.path("channel").asText(),
        ts,
        arguments.hasNonNull("thread_ts") ? arguments.path("thread_ts").asText() : null,
        blocks,
        arguments.path("text").asText(),
        arguments.path("metadata"),
        streaming);
  }

  private ObjectNode update(JsonNode arguments) {
    var message = posted.get(arguments.path("ts").asText());
    if (message == null) {
      return refusal("message_not_found");
    }
    if (message.streaming()) {
      return refusal("streaming_state_conflict");
    }
    var broken = BlockRules.violatedRule(arguments.path("blocks"));
    if (broken.isPresent()) {
      return refusal(broken.get());
    }
    posted.put(
        message.ts(),
        new Posted(
            message.channel(),
            message.ts(),
            message.thread(),
            (ArrayNode) arguments.path("blocks"),
            arguments.path("text").asText(),
            message.metadata(),
            false));
    return ok().put("ts", message.ts());
  }

  private ObjectNode delete(JsonNode arguments) {
    return posted.remove(arguments.path("ts").asText()) == null
        ? refusal("message_not_found")
        : ok();
  }

  private ObjectNode startStream(JsonNode arguments) {
    boolean inChannel = arguments.path("channel").asText().startsWith("C");
    if (inChannel && !arguments.hasNonNull("recipient_user_id")) {
      return refusal("missing_recipient_user_id");
    }
    if (inChannel && !arguments.hasNonNull("recipient_team_id")) {
      return refusal("missing_recipient_team_id");
    }
    if (!arguments.hasNonNull("thread_ts")) {
      return refusal("invalid_arguments");
    }
    var message = message(arguments, JsonNodeFactory.instance.arrayNode(), true);
    posted.put(message.ts(), message);
    var appended =
        append(
            ((ObjectNode) arguments).deepCopy().put("ts", message.ts()),
            arguments.path("chunks"),
            true);
    if (!appended.path("ok").asBoolean()) {
      posted.remove(message.ts());
    }
    return appended;
  }

  private static ArrayNode stopped(JsonNode arguments) {
    var chunks = JsonNodeFactory.instance.arrayNode();
    if (arguments.has("blocks")) {
      chunks.addObject().put("type", "blocks").set("blocks", arguments.path("blocks"));
    }
    return chunks;
  }

  private ObjectNode append(JsonNode arguments, JsonNode chunks, boolean goesOn) {
    var message = posted.get(arguments.path("ts").asText());
    if (message == null || !message.streaming()) {
      return refusal("message_not_in_streaming_state");
    }
    if (chunks.toString().length() > 12_000) {
      return refusal("msg_too_long");
    }
    var blocks = message.blocks().deepCopy();
    chunks.forEach(chunk -> blocks.addAll((ArrayNode) chunk.path("blocks")));
    var broken = blocks.isEmpty() ? null : BlockRules.violatedRule(blocks).orElse(null);
    if (broken != null) {
      return refusal(broken);
    }
    posted.put(
        message.ts(),
        new Posted(
            message.channel(),
            message.ts(),
            message.thread(),
            blocks,
            message.text(),
            arguments.path("metadata"),
            goesOn));
    return ok().put("ts", message.ts());
  }

  private ObjectNode history(JsonNode arguments) {
    var found = ok();
    var messages = found.putArray("messages");
    posted.values().stream()
        .filter(message -> message.channel().equals(arguments.path("channel").asText()))
        .filter(message ->
            arguments.has("ts")
                ? arguments.path("ts").asText().equals(message.thread())
                : message.thread() == null)
        .forEach(message -> {
          var shown = messages.addObject().put("ts", message.ts()).put("user", BOT);
          if (arguments.path("include_all_metadata").asText().equals("true")) {
            shown.set("metadata", message.metadata());
          }
        });
    return found;
  }

  private static ObjectNode ok() {
    return JsonNodeFactory.instance.objectNode().put("ok", true);
  }

  private static ObjectNode refusal(String error) {
    return JsonNodeFactory.instance.objectNode().put("ok", false).put("error", error);
  }

  @Override
  public void close() {
    try {
      socket.stop(0);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
