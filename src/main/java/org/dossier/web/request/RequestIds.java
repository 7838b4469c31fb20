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

/// Gives each request an id, under which its answer, the log and the trace tell of it: the one that
/// it came with, where that is well-formed, else one of our own.
@Singleton
public final class RequestIds {
  public static final String HEADER = "X-Request-Id";

  /// Nothing that a log, a header or a page could take for something else.
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{7,127}");

  /// Before every filter that rejects requests: each problem has a reference.
  private static final int FIRST = 2_000;

  void register(@Observes Filters filters) {
    filters.register(RequestIds::mark, FIRST);
  }

  private static void mark(RoutingContext context) {
    assign(context.request());
    context.next();
  }

  /// Gives the request its id, unless it has one.
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

  /// The id of a request under way.
  public static String of(HttpServerRequest request) {
    return String.valueOf(request.response().headers().get(HEADER));
  }
}
