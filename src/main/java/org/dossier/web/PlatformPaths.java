package org.dossier.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.List;

/// Guards what the platform serves by itself, past our resources: the metrics, and whatever else
/// may come to stand below `/q`. Health tells nothing but figures and is asked by those who hold no
/// token; the description of the interface is no secret.
@Singleton
final class PlatformPaths {
  private static final String ROOT = "/q";
  private static final List<String> OPEN = List.of("/q/health", ApiDocument.PATH);
  private static final int BEFORE_ALL_ROUTES = 200;

  private final Instance<LoopbackRule> loopbackRule;
  private final Instance<Admission> admission;
  private final Problems problems;

  PlatformPaths(
      Instance<LoopbackRule> loopbackRule, Instance<Admission> admission, Problems problems) {
    this.loopbackRule = loopbackRule;
    this.admission = admission;
    this.problems = problems;
  }

  void guard(@Observes Filters filters) {
    filters.register(this::check, BEFORE_ALL_ROUTES);
  }

  private void check(RoutingContext context) {
    var path = context.normalizedPath();
    if (!isBelow(ROOT, path) || OPEN.stream().anyMatch(open -> isBelow(open, path))) {
      context.next();
      return;
    }
    context
        .vertx()
        .executeBlocking(() -> {
          loopbackRule.get().check(context.request());
          admission.get().checkMetrics(context.request());
          return path;
        })
        .onSuccess(_ -> context.next())
        .onFailure(fault -> refuse(fault, context));
  }

  private void refuse(Throwable fault, RoutingContext context) {
    if (fault instanceof Problem problem) {
      problems.send(problem, context.request());
    } else {
      context.fail(fault);
    }
  }

  private static boolean isBelow(String folder, String path) {
    return path.equals(folder) || path.startsWith(folder + "/");
  }
}
