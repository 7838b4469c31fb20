package org.dossier.observability;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import org.dossier.instrumentation.Stage;
import org.dossier.instrumentation.StageListener;

/// The trace of one question, with each stage as a span nested in its enclosing stage. Several
/// threads may use it one after another, but never concurrently.
final class SpanTrace implements Trace, StageListener {
  private final Tracer tracer;
  private final Span question;
  private volatile Context within;

  SpanTrace(Tracer tracer, Span question) {
    this.tracer = tracer;
    this.question = question;
    this.within = Context.current().with(question);
  }

  @Override
  public Scope onStageStart(Stage stage) {
    var around = within;
    var span = tracer.spanBuilder(TagValues.of(stage)).setParent(around).startSpan();
    within = around.with(span);
    return whole -> {
      within = around;
      if (!whole) {
        span.setStatus(StatusCode.ERROR);
      }
      span.end();
    };
  }

  @Override
  public StageListener combinedWith(StageListener other) {
    return stage -> {
      var ours = onStageStart(stage);
      var others = other.onStageStart(stage);
      return whole -> {
        others.end(whole);
        ours.end(whole);
      };
    };
  }

  @Override
  public void end(CompletedQuestion completedQuestion) {
    completedQuestion
        .facts()
        .forEach((name, value) -> question.setAttribute("dossier." + name, value));
    if (completedQuestion.outcome() == Outcome.FAILED
        || completedQuestion.outcome() == Outcome.TIMEOUT) {
      question.setStatus(StatusCode.ERROR);
    }
    question.end();
  }
}
