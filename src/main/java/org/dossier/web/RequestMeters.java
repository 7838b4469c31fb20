package org.dossier.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.dossier.observability.TagValues;
import org.dossier.web.problem.ProblemJson;
import org.dossier.web.problem.ProblemType;
import org.dossier.web.request.WebConfig;

/// Meters for the number of requests in flight and the number of rejected requests, by problem
/// type.
@Singleton
final class RequestMeters {
  private static final String PROBLEMS = "dossier.http.problems";

  private final Map<String, Counter> counters = new HashMap<>();

  /// Requests that the framework rejects itself: unknown paths, wrong methods.
  private final Counter otherRejected;

  RequestMeters(MeterRegistry meters, RequestExecutor requestExecutor, WebConfig config) {
    for (var problemType : ProblemType.values()) {
      counters.put(problemType.type(), meters.counter(PROBLEMS, "type", TagValues.of(problemType)));
    }
    otherRejected = meters.counter(PROBLEMS, "type", "other");
    Gauge.builder("dossier.http.requests.in.flight", requestExecutor::activeRequests)
        .register(meters);
    Gauge.builder("dossier.http.requests.limit", config::maxConcurrentRequests).register(meters);
  }

  /// Makes the container create this bean at startup, so that the meters exist before the first
  /// request.
  void onStartup(@Observes Startup event) {}

  void countRejected(ProblemJson problem) {
    counters.getOrDefault(problem.type(), otherRejected).increment();
  }
}
