package org.dossier.observability;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import jakarta.inject.Singleton;

/// Begins the traces of questions. Where traces are off, that is nothing but asking whether they
/// are.
@Singleton
final class Traces {
  private final Tracer tracer;
  private final boolean withQuestions;

  Traces(OpenTelemetry telemetry, ObservabilityConfig config) {
    this.tracer = telemetry.getTracer("org.dossier");
    this.withQuestions = config.traces().questions();
  }

  /// Within the request that this thread works on, if it is traced.
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
