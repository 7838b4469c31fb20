package org.dossier.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.List;
import org.dossier.web.problem.ProblemException;
import org.dossier.web.security.Authorizer;
import org.dossier.web.security.HostHeaderCheck;

/// Authorizes requests to paths that the framework serves itself, the metrics among them, and to
/// the page of the HTTP interface: any path below `/q`. Health is open, because it exposes only
/// figures and its clients have no token; the OpenAPI document is public.
@Singleton
final class ManagementPathGuard {
  private static final String ROOT = "/q";
  private static final List<String> PUBLIC_PATHS = List.of("/q/health", ApiDocument.PATH);
  private static final String METRICS = "/q/metrics";
  private static final int BEFORE_ALL_ROUTES = 200;

  private final Instance<HostHeaderCheck> hostHeaderCheck;
  private final Instance<Authorizer> authorizer;
  private final ProblemMapper problemMapper;

  ManagementPathGuard(
      Instance<HostHeaderCheck> hostHeaderCheck,
      Instance<Authorizer> authorizer,
      ProblemMapper problemMapper) {
    this.hostHeaderCheck = hostHeaderCheck;
    this.authorizer = authorizer;
    this.problemMapper = problemMapper;
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, BEFORE_ALL_ROUTES);
  }

  private void check(RoutingContext context) {
    var path = context.normalizedPath();
    if (!isBelow(ROOT, path)
        || PUBLIC_PATHS.stream().anyMatch(publicPath -> isBelow(publicPath, path))) {
      context.next();
      return;
    }
    context
        .vertx()
        .executeBlocking(() -> {
          hostHeaderCheck.get().check(context.request());
          authorize(context.request(), isBelow(METRICS, path));
          return path;
        })
        .onSuccess(_ -> context.next())
        .onFailure(fault -> reject(fault, context));
  }

  private void authorize(HttpServerRequest request, boolean isForMetrics) {
    if (isForMetrics) {
      authorizer.get().checkMetrics(request);
    } else {
      authorizer.get().checkManagement(request);
    }
  }

  private void reject(Throwable fault, RoutingContext context) {
    if (fault instanceof ProblemException problemException) {
      problemMapper.send(problemException, context.request());
    } else {
      context.fail(fault);
    }
  }

  private static boolean isBelow(String folder, String path) {
    return path.equals(folder) || path.startsWith(folder + "/");
  }
}
