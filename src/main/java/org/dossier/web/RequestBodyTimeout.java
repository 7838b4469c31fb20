package org.dossier.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import org.dossier.web.request.WebConfig;

/// Hangs up on whoever sends a body so slowly that it is not there when its request should have
/// been answered: each would hold a thread and a connection for as long as it likes.
@Singleton
final class RequestBodyTimeout {
  private static final int BEFORE_ALL_ROUTES = 300;

  private final Instance<WebConfig> config;

  RequestBodyTimeout(Instance<WebConfig> config) {
    this.config = config;
  }

  void watch(@Observes Filters filters) {
    filters.register(this::watch, BEFORE_ALL_ROUTES);
  }

  private void watch(RoutingContext context) {
    if (hasBody(context.request())) {
      long timer =
          context
              .vertx()
              .setTimer(config.get().requestTimeout().toMillis(), _ -> hangUpUnlessRead(context));
      context.addEndHandler(_ -> context.vertx().cancelTimer(timer));
    }
    context.next();
  }

  /// Whoever sends none is never seen to have ended where nobody looks for one.
  private static boolean hasBody(HttpServerRequest request) {
    var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
        || (length != null && !length.equals("0"));
  }

  private static void hangUpUnlessRead(RoutingContext context) {
    if (!context.request().isEnded()) {
      var unused = context.request().connection().close();
    }
  }
}
