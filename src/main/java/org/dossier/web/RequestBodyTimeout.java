package org.dossier.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import org.dossier.web.request.WebConfig;

/// Closes the connection of a client that has not sent its complete body within the request time
/// limit. Otherwise a slow client could hold a thread and a connection indefinitely.
@Singleton
final class RequestBodyTimeout {
  private static final int BEFORE_ALL_ROUTES = 300;

  private final Instance<WebConfig> config;

  RequestBodyTimeout(Instance<WebConfig> config) {
    this.config = config;
  }

  void register(@Observes Filters filters) {
    filters.register(this::startTimer, BEFORE_ALL_ROUTES);
  }

  private void startTimer(RoutingContext context) {
    if (hasBody(context.request())) {
      long timer =
          context
              .vertx()
              .setTimer(config.get().requestTimeout().toMillis(), _ -> closeUnlessRead(context));
      context.addEndHandler(_ -> context.vertx().cancelTimer(timer));
    }
    context.next();
  }

  /// Requests without a body are skipped: Vert.x does not mark them as ended until something reads
  /// the body.
  private static boolean hasBody(HttpServerRequest request) {
    var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
        || (length != null && !length.equals("0"));
  }

  private static void closeUnlessRead(RoutingContext context) {
    if (!context.request().isEnded()) {
      var _ = context.request().connection().close();
    }
  }
}
