package org.dossier.web;

import io.vertx.core.http.HttpServerRequest;

/// The path of a request, as it was sent.
final class RequestPath {
  private RequestPath() {}

  /// Percent-encoded; the root for a request line without a path.
  static String of(HttpServerRequest request) {
    var path = request.path();
    return path == null ? "/" : path;
  }
}
