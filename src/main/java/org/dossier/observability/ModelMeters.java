package org.dossier.observability;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.dossier.llm.ModelFailure;
import org.dossier.llm.ModelMeter;
import org.dossier.verification.Verdict;

/// Meters of LLM calls by outcome, of answers that fell back to extraction, and of the LLM's
/// statements by result.
@Singleton
final class ModelMeters implements ModelMeter {
  private static final String CALLS = "dossier.llm.calls";

  private final EnumMeters<ModelFailure.Reason, Timer> failed;
  private final EnumMeters<ModelFailure.Reason, Counter> fallbacks;
  private final EnumMeters<StatementResult, Counter> statements;
  private final MeterRegistry meters;
  private final Timer written;

  ModelMeters(MeterRegistry meters) {
    this.meters = meters;
    this.written = meters.timer(CALLS, "result", "written");
    failed =
        EnumMeters.get(
            ModelFailure.Reason.class,
            reason -> meters.timer(CALLS, "result", TagValues.of(reason)));
    fallbacks =
        EnumMeters.get(
            ModelFailure.Reason.class,
            cause -> meters.counter("dossier.llm.fallbacks", "cause", TagValues.of(cause)));
    statements =
        EnumMeters.get(
            StatementResult.class,
            statementResult ->
                meters.counter("dossier.llm.statements", "result", TagValues.of(statementResult)));
    for (var rule : Verdict.Reason.values()) {
      dropped(rule.label(), 0);
    }
  }

  @Override
  public void recordCall(Optional<ModelFailure.Reason> failure, Duration took) {
    failure.map(failed::get).orElse(written).record(took);
  }

  @Override
  public void fellBack(ModelFailure.Reason cause) {
    fallbacks.get(cause).increment();
  }

  @Override
  public void statement(StatementResult statementResult) {
    statements.get(statementResult).increment();
  }

  @Override
  public void recordDropped(String rule) {
    dropped(rule, 1);
  }

  private void dropped(String rule, int statements) {
    meters.counter("dossier.llm.statements.dropped", "rule", rule).increment(statements);
  }
}
