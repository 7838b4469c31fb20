package org.dossier.web;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/// What requests pass before anything is done for them: who calls, from which page, with which
/// token, how often.
@Singleton
final class Entrance {
  // The framework makes filters before the configuration can be read, so their rules come later.
  private final Instance<LoopbackRule> loopbackRule;
  private final Instance<Origins> origins;
  private final Instance<RateLimit> rateLimit;
  private final Instance<Tokens> tokens;

  Entrance(
      Instance<LoopbackRule> loopbackRule,
      Instance<Origins> origins,
      Instance<RateLimit> rateLimit,
      Instance<Tokens> tokens) {
    this.loopbackRule = loopbackRule;
    this.origins = origins;
    this.rateLimit = rateLimit;
    this.tokens = tokens;
  }

  /// A bad configuration ends the start, and not the first request.
  void readConfiguration(@Observes StartupEvent event) {
    origins.get();
    tokens.get();
  }

  @ServerRequestFilter(preMatching = true)
  public @Nullable Response admit(HttpServerRequest request) {
    loopbackRule.get().check(request);
    return origins.get().check(request);
  }

  @Limited
  @ServerRequestFilter
  public void count(HttpServerRequest request) {
    rateLimit.get().check(request);
    tokens.get().check(request);
  }
}
