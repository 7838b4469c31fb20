package org.dossier.observability;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import jakarta.inject.Singleton;

/// The start of questions' traces. If traces are disabled, the only cost is the check that they
/// are.
@Singleton
final class Traces {
  private final Tracer tracer;
  private final boolean withQuestions;

  Traces(OpenTelemetry telemetry, ObservabilityConfig config) {
    this.tracer = telemetry.getTracer("org.dossier");
    this.withQuestions = config.traces().questions();
  }

  /// Starts a trace within the request that this thread handles, if that request is traced.
  Trace begin(String words) {
    var span = tracer.spanBuilder("question").startSpan();
    if (!span.isRecording()) {
      return Trace.NONE;
    }
    if (withQuestions) {
      span.setAttribute("dossier.question", words);
    }
    return new SpanTrace(tracer, span);
  }
}
