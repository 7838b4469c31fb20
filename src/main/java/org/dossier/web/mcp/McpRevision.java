package org.dossier.web.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The revisions of the protocol that this server speaks, and how a request states its own.
final class McpRevision {
  static final int MAX_BATCH = 16;
  static final String MODERN = "2026-07-28";

  /// Revisions whose clients begin with `initialize`, newest first.
  private static final List<String> LEGACY = List.of("2025-11-25", "2025-06-18", "2025-03-26");

  static final List<String> ALL = List.of(MODERN, "2025-11-25", "2025-06-18", "2025-03-26");

  private static final String META = "io.modelcontextprotocol/";
  private static final String HEADER = "MCP-Protocol-Version";
  private static final String ENCODED = "=?base64?";

  private McpRevision() {}

  /// Returns true if `message` is of the newest revision.
  ///
  /// @throws RpcException if its version is unsupported, or its headers disagree with it
  static boolean check(JsonNode message, McpCaller caller, ObjectMapper json) {
    var meta = message.path("params").path("_meta");
    var version = meta.path(META + "protocolVersion");
    var header = caller.headers() == null ? null : caller.headers().apply(HEADER);
    if (version.isMissingNode() && !MODERN.equals(header)) {
      if (header != null && !LEGACY.contains(header)) {
        throw unsupported(header, json);
      }
      return false;
    }
    if (!version.isTextual()) {
      throw RpcException.malformedParams("params._meta: lacks " + META + "protocolVersion");
    }
    if (caller.headers() != null) {
      checkHeaders(message, version.asText(), caller.headers());
    }
    if (!version.asText().equals(MODERN)) {
      throw unsupported(version.asText(), json);
    }
    if (!meta.path(META + "clientCapabilities").isObject()) {
      throw RpcException.malformedParams("params._meta: lacks " + META + "clientCapabilities");
    }
    return true;
  }

  /// The version for a client that begins with `initialize`: the requested one, or the newest that
  /// has it.
  static String negotiate(String requested) {
    return LEGACY.contains(requested) ? requested : LEGACY.getFirst();
  }

  private static void checkHeaders(
      JsonNode message, String version, Function<String, @Nullable String> headers) {
    var params = message.path("params");
    checkHeader(HEADER, headers.apply(HEADER), version);
    var method = message.path("method").asText();
    checkHeader("Mcp-Method", headers.apply("Mcp-Method"), method);
    switch (method) {
      case "tools/call", "prompts/get" ->
          checkHeader("Mcp-Name", decoded(headers.apply("Mcp-Name")), params.path("name").asText());
      case "resources/read" ->
          checkHeader("Mcp-Name", decoded(headers.apply("Mcp-Name")), params.path("uri").asText());
      default -> {}
    }
  }

  private static void checkHeader(String name, @Nullable String value, String expected) {
    if (!Objects.equals(value, expected)) {
      throw RpcException.headerMismatch(
          value == null
              ? "the header %s is missing".formatted(name)
              : "the header %s does not match the body".formatted(name));
    }
  }

  /// The value of a header that may be encoded; `null` if it is encoded wrongly.
  private static @Nullable String decoded(@Nullable String value) {
    if (value == null || !value.startsWith(ENCODED) || !value.endsWith("?=")) {
      return value;
    }
    try {
      var encoded = value.substring(ENCODED.length(), value.length() - 2);
      return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return null;
    }
  }

  private static RpcException unsupported(String requested, ObjectMapper json) {
    var data = json.createObjectNode();
    var supported = data.putArray("supported");
    ALL.forEach(supported::add);
    return RpcException.unsupportedVersion(data.put("requested", requested));
  }
}
