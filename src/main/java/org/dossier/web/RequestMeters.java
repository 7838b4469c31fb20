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

/// How many requests are under way, and how many were refused, by the kind of fault.
@Singleton
final class RequestMeters {
  private static final String REFUSED = "dossier.requests.refused";

  private final Map<String, Counter> refused = new HashMap<>();

  /// What the HTTP layer refuses by itself: unknown paths, wrong methods.
  private final Counter other;

  RequestMeters(MeterRegistry meters, RequestExecutor requestExecutor, WebConfig config) {
    for (var problemType : ProblemType.values()) {
      refused.put(problemType.type(), meters.counter(REFUSED, "fault", TagValues.of(problemType)));
    }
    other = meters.counter(REFUSED, "fault", "other");
    Gauge.builder("dossier.requests.under.way", requestExecutor::now).register(meters);
    Gauge.builder("dossier.requests.limit", config::maxConcurrentRequests).register(meters);
  }

  /// They are there before the first request.
  void begin(@Observes Startup event) {}

  void refused(ProblemJson problem) {
    refused.getOrDefault(problem.type(), other).increment();
  }
}
