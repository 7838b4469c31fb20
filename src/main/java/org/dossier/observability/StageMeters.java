package org.dossier.observability;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import org.dossier.instrumentation.Stage;
import org.dossier.instrumentation.StageListener;

/// Timers of the stages of questions, including those that ended in an error.
@Singleton
final class StageMeters implements StageListener {
  private final EnumMeters<Stage, Timer> timers;

  StageMeters(MeterRegistry meters) {
    timers =
        EnumMeters.get(
            Stage.class,
            stage ->
                Timer.builder("dossier.stage")
                    .tag("stage", TagValues.of(stage))
                    .serviceLevelObjectives(HistogramBuckets.STAGES)
                    .register(meters));
  }

  @Override
  public Scope onStageStart(Stage stage) {
    long began = System.nanoTime();
    return _ -> timers.get(stage).record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
  }
}
