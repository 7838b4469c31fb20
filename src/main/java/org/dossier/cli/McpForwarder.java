package org.dossier.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Forwards messages of MCP to a running server, with the headers that its HTTP transport requires.
public final class McpForwarder {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration TIMEOUT = Duration.ofMinutes(2);
  private static final String VERSION = "io.modelcontextprotocol/protocolVersion";
  private static final int INTERNAL_ERROR = -32603;

  private final RunningServer server;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  public McpForwarder(RunningServer server) {
    this.server = server;
  }

  /// The server's response, on one line; empty for a notification.
  public Optional<String> answer(String line) {
    var message = parse(line);
    try {
      var response = http.send(request(line, message), BodyHandlers.ofString());
      var body = response.body().strip().replace('\n', ' ');
      return body.isEmpty() ? Optional.empty() : Optional.of(body);
    } catch (IOException e) {
      return failed(message, "the server at %s cannot be reached".formatted(server.address()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed(message, "interrupted");
    }
  }

  private HttpRequest request(String line, @Nullable JsonNode message) {
    var request =
        HttpRequest.newBuilder(server.address().resolve("/mcp"))
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .POST(BodyPublishers.ofString(line, StandardCharsets.UTF_8));
    if (server.token() != null) {
      request.header("Authorization", "Bearer " + server.token());
    }
    if (message != null) {
      var params = message.path("params");
      addHeader(request, "MCP-Protocol-Version", params.path("_meta").path(VERSION));
      if (params.path("_meta").has(VERSION)) {
        addHeader(request, "Mcp-Method", message.path("method"));
        addHeader(
            request, "Mcp-Name", params.has("uri") ? params.path("uri") : params.path("name"));
      }
    }
    return request.build();
  }

  /// Adds the header if `value` is a text; encoded, if a header cannot hold it as it is.
  private static void addHeader(HttpRequest.Builder request, String name, JsonNode value) {
    if (!value.isTextual()) {
      return;
    }
    var text = value.asText();
    boolean isPlain =
        text.equals(text.strip())
            && !text.startsWith("=?")
            && text.chars().allMatch(c -> c >= ' ' && c <= '~');
    var encoded = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    request.header(name, isPlain ? text : "=?base64?" + encoded + "?=");
  }

  /// `null` if the line is no JSON; the server reports that.
  private static @Nullable JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  private static Optional<String> failed(@Nullable JsonNode message, String reason) {
    if (message == null || !message.has("id")) {
      return Optional.empty();
    }
    var body = JSON.createObjectNode().put("jsonrpc", "2.0");
    body.set("id", message.path("id"));
    body.putObject("error").put("code", INTERNAL_ERROR).put("message", reason);
    return Optional.of(body.toString());
  }
}
