package org.dossier.web.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.dossier.web.Api;
import org.dossier.web.Api.Response;

/// Messages of MCP for tests, of the newest revision and of an older one.
final class McpMessages {
  static final String MODERN = "2026-07-28";

  private McpMessages() {}

  /// The response to a request of the newest revision.
  static Response modern(String method, Map<String, ?> params) {
    return modern(method, params, Map.of());
  }

  /// @param others headers that replace or complete those of the request
  static Response modern(String method, Map<String, ?> params, Map<String, String> others) {
    var all = new HashMap<String, Object>(params);
    all.put(
        "_meta",
        Map.of(
            "io.modelcontextprotocol/protocolVersion",
            MODERN,
            "io.modelcontextprotocol/clientCapabilities",
            Map.of()));
    var headers = headers();
    headers.put("MCP-Protocol-Version", MODERN);
    headers.put("Mcp-Method", method);
    if (params.get("name") instanceof String name) {
      headers.put("Mcp-Name", name);
    }
    if (params.get("uri") instanceof String uri) {
      headers.put("Mcp-Name", uri);
    }
    others.forEach((name, value) -> {
      if (value.isEmpty()) {
        headers.remove(name);
      } else {
        headers.put(name, value);
      }
    });
    return Api.send("POST", "/mcp", body(method, all), headers);
  }

  /// The response to a request of an older revision.
  static Response legacy(String method, Map<String, ?> params) {
    return Api.send("POST", "/mcp", body(method, params), headers());
  }

  static String body(String method, Map<String, ?> params) {
    return Api.text(Map.of("jsonrpc", "2.0", "id", 7, "method", method, "params", params));
  }

  static Map<String, String> headers() {
    var headers = new HashMap<>(Api.json());
    headers.put("Accept", "application/json, text/event-stream");
    return headers;
  }

  /// The result of a call of a tool, whose text and structured content are the same.
  static JsonNode call(String tool, Map<String, ?> arguments) {
    var response = modern("tools/call", Map.of("name", tool, "arguments", arguments));
    assertThat(response.status()).as(response.body()).isEqualTo(200);
    var result = response.json().path("result");
    assertThat(result.path("isError").asBoolean()).as(response.body()).isFalse();
    assertThat(result.path("content")).hasSize(1);
    assertThat(Api.parse(result.at("/content/0/text").asText()))
        .isEqualTo(result.path("structuredContent"));
    return result.path("structuredContent");
  }
}
