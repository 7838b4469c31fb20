package org.dossier.web.request;

import io.vertx.core.http.HttpServerRequest;

/// The path of a request, as it was sent. [AmbiguousRequestFilter] has rejected every path that the
/// router would read in another way.
public final class RequestPath {
  private static final String API = "/api";

  private RequestPath() {}

  /// Whether a path leads to the HTTP interface for programs, rather than to a page or a file.
  public static boolean isApi(String path) {
    return path.equals(API) || path.startsWith(API + "/");
  }

  /// Percent-encoded; the root for a request line without a path.
  public static String of(HttpServerRequest request) {
    var path = request.path();
    return path == null ? "/" : path;
  }
}
