package org.dossier.web;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.dossier.model.ModelFailure;
import org.dossier.model.ModelMeter;

/// Counts and times the calls of the model by how they ended, and its statements by what became of
/// them.
@Singleton
final class ModelMeters implements ModelMeter {
  private static final String CALLS = "dossier.model.calls";
  private static final String STATEMENTS = "dossier.model.statements";

  private final MeterRegistry meters;

  ModelMeters(MeterRegistry meters) {
    this.meters = meters;
  }

  @Override
  public void called(Optional<ModelFailure.Reason> failure, Duration took) {
    var outcome = failure.map(ReplyJson::word).orElse("written");
    meters.timer(CALLS, "outcome", outcome).record(took);
  }

  @Override
  public void statement(Fate fate) {
    meters.counter(STATEMENTS, "fate", ReplyJson.word(fate)).increment();
  }
}
