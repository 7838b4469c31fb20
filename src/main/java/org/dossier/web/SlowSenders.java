package org.dossier.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

/// Hangs up on whoever sends a body so slowly that it is not there when its request should have
/// been answered: each would hold a thread and a connection for as long as it likes.
@Singleton
final class SlowSenders {
  private static final int BEFORE_ALL_ROUTES = 300;

  private final Instance<WebConfig> config;

  SlowSenders(Instance<WebConfig> config) {
    this.config = config;
  }

  void watch(@Observes Filters filters) {
    filters.register(this::watch, BEFORE_ALL_ROUTES);
  }

  private void watch(RoutingContext context) {
    var request = context.request();
    if (!request.isEnded()) {
      long timer =
          context
              .vertx()
              .setTimer(config.get().timeLimit().toMillis(), _ -> hangUpUnlessEnded(context));
      context.addEndHandler(_ -> {
        if (request.isEnded()) {
          context.vertx().cancelTimer(timer);
        }
      });
    }
    context.next();
  }

  private static void hangUpUnlessEnded(RoutingContext context) {
    if (!context.request().isEnded()) {
      var unused = context.request().connection().close();
    }
  }
}
