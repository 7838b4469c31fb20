package org.dossier.web.request;

import io.vertx.core.http.HttpServerRequest;

/// The path of a request as it was sent. [AmbiguousRequestFilter] has rejected every path that the
/// router would interpret differently.
public final class RequestPath {
  private static final String API = "/api";

  private RequestPath() {}

  /// Returns true if the path belongs to the HTTP API, not to a page or a file.
  public static boolean isApi(String path) {
    return path.equals(API) || path.startsWith(API + "/");
  }

  /// The percent-encoded path; `/` if the request line has no path.
  public static String of(HttpServerRequest request) {
    var path = request.path();
    return path == null ? "/" : path;
  }
}
