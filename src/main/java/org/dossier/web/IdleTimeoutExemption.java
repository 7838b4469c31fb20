package org.dossier.web;

import io.netty.handler.timeout.IdleStateHandler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;

/// Lets a request wait for work that takes long. A connection on which nothing comes or goes is
/// closed after a while, and somebody who waits for a backup of many gigabytes sends nothing.
final class IdleTimeoutExemption {
  private IdleTimeoutExemption() {}

  /// Its connection stays open until it is answered, and not longer: HTTP/2, where more requests
  /// may share it, leaves that to whoever asks.
  static void with(HttpServerRequest request) {
    if (request.version() != HttpVersion.HTTP_2) {
      request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }
    // Vert.x has no public way to change one connection's limit.
    if (request.connection() instanceof ConnectionBase connection) {
      var pipeline = connection.channel().pipeline();
      if (pipeline.get(IdleStateHandler.class) != null) {
        pipeline.remove(IdleStateHandler.class);
      }
    }
  }
}
