package org.dossier.web.request;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;

/// The path of a request as it was sent. [AmbiguousRequestFilter] has rejected every path that the
/// router would interpret differently.
public final class RequestPath {
  private static final List<String> API = List.of("/api", "/v1", "/mcp");

  /// The path prefix of the OpenAI-compatible endpoints.
  private static final String OPENAI = "/v1/";

  private static final String MCP = "/mcp";

  private RequestPath() {}

  /// Returns true if the path belongs to the HTTP API, not to a page or a file.
  public static boolean isApi(String path) {
    return API.stream().anyMatch(api -> path.equals(api) || path.startsWith(api + "/"));
  }

  /// Returns true if the path belongs to the OpenAI-compatible endpoints.
  public static boolean isOpenAi(String path) {
    return path.startsWith(OPENAI);
  }

  /// Returns true if the path is the endpoint of MCP.
  public static boolean isMcp(String path) {
    return path.equals(MCP);
  }

  /// The percent-encoded path; `/` if the request line has no path.
  public static String of(HttpServerRequest request) {
    var path = request.path();
    return path == null ? "/" : path;
  }
}
