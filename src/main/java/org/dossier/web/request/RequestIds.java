package org.dossier.web.request;

import io.opentelemetry.api.trace.Span;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.dossier.observability.QuestionInstrumentation;
import org.jboss.logging.MDC;

/// Assigns each request an id, which appears in the response, the log and the trace. A well-formed
/// id from the client is kept; otherwise a random one is generated.
@Singleton
public final class RequestIds {
  public static final String HEADER = "X-Request-Id";

  /// A shape that cannot be misinterpreted in a log, a header or a page.
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{7,127}");

  /// Runs before every filter that rejects requests, so that each problem has a reference.
  private static final int PRIORITY = 2_000;

  void register(@Observes Filters filters) {
    filters.register(RequestIds::handle, PRIORITY);
  }

  private static void handle(RoutingContext context) {
    assign(context.request());
    context.next();
  }

  /// Assigns an id to the request, unless it has one.
  public static void assign(HttpServerRequest request) {
    if (request.response().headers().contains(HEADER)) {
      return;
    }
    var id = id(request);
    request.response().putHeader(HEADER, id);
    MDC.put(QuestionInstrumentation.REQUEST, id);
    Span.current().setAttribute("dossier.request", id);
  }

  private static String id(HttpServerRequest request) {
    return Optional.ofNullable(request.getHeader(HEADER))
        .filter(id -> SHAPE.matcher(id).matches())
        .orElseGet(() -> UUID.randomUUID().toString());
  }

  /// The id of a request in flight.
  public static String of(HttpServerRequest request) {
    return String.valueOf(request.response().headers().get(HEADER));
  }
}
