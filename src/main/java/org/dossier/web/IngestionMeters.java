package org.dossier.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.List;
import org.dossier.web.json.Links;
import org.dossier.web.json.PutResultJson;
import org.dossier.web.request.RequestPath;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/// Counts the articles received over HTTP by outcome, including malformed ones that were rejected
/// before they reached a resource.
@Singleton
final class IngestionMeters {
  private static final String ARTICLES = "dossier.ingestion.articles";
  private static final String RESULT = "result";
  private static final int FIRST_ERROR_STATUS = 400;

  private final MeterRegistry meters;

  IngestionMeters(MeterRegistry meters) {
    this.meters = meters;
  }

  /// Registers the counters at zero: a rate needs a first sample.
  void onStartup(@Observes Startup event) {
    List.of("added", "changed", "unchanged", "withdrawn", "rejected")
        .forEach(outcome -> meters.counter(ARTICLES, RESULT, outcome));
  }

  @ServerResponseFilter
  public void count(HttpServerRequest request, ContainerResponseContext response) {
    var method = request.method();
    boolean changes = method.equals(HttpMethod.PUT) || method.equals(HttpMethod.DELETE);
    if (changes && RequestPath.of(request).startsWith(Links.ARTICLES)) {
      meters.counter(ARTICLES, RESULT, outcome(response)).increment();
    }
  }

  private static String outcome(ContainerResponseContext response) {
    if (response.getStatus() >= FIRST_ERROR_STATUS) {
      return "rejected";
    }
    return response.getEntity() instanceof PutResultJson change ? change.outcome() : "withdrawn";
  }
}
