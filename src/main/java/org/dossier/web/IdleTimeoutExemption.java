package org.dossier.web;

import io.netty.handler.timeout.IdleStateHandler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;

/// Exempts a request that takes long from the idle timeout. Idle connections are closed after a
/// while, and a client that waits for a backup of many gigabytes sends nothing.
final class IdleTimeoutExemption {
  private IdleTimeoutExemption() {}

  /// Disables the idle timeout of the request's connection. An HTTP/1.1 connection is closed after
  /// the response. HTTP/2 connections are shared by several requests, so closing them is left to
  /// the client.
  static void apply(HttpServerRequest request) {
    if (request.version() != HttpVersion.HTTP_2) {
      request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }
    // Vert.x has no public API to change the timeout of one connection.
    if (request.connection() instanceof ConnectionBase connection) {
      var pipeline = connection.channel().pipeline();
      if (pipeline.get(IdleStateHandler.class) != null) {
        pipeline.remove(IdleStateHandler.class);
      }
    }
  }
}
