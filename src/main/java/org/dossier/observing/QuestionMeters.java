package org.dossier.observing;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import org.dossier.answer.Abstained;
import org.dossier.answer.Answered;

/// Counts and times questions by where they came from and what became of them, abstentions by their
/// reason, and the statements shown by who wrote them.
@Singleton
final class QuestionMeters {
  private final PerConstant<Surface, PerConstant<Outcome, Timer>> questions;
  private final PerConstant<Abstained.Reason, Counter> abstentions;
  private final PerConstant<Ended.By, Counter> statements;

  QuestionMeters(MeterRegistry meters) {
    questions =
        PerConstant.of(
            Surface.class,
            surface ->
                PerConstant.of(
                    Outcome.class, outcome -> questions(surface, outcome).register(meters)));
    abstentions =
        PerConstant.of(
            Abstained.Reason.class,
            reason -> meters.counter("dossier.abstentions", "reason", Labels.of(reason)));
    statements =
        PerConstant.of(
            Ended.By.class, by -> meters.counter("dossier.statements", "by", Labels.of(by)));
  }

  private static Timer.Builder questions(Surface surface, Outcome outcome) {
    return Timer.builder("dossier.questions")
        .tags("surface", Labels.of(surface), "outcome", Labels.of(outcome))
        .serviceLevelObjectives(Buckets.ANSWERS);
  }

  void count(Ended ended) {
    questions.of(ended.surface()).of(ended.outcome()).record(ended.took());
    switch (ended.answer()) {
      case Answered answered ->
          statements.of(Ended.By.of(answered.by())).increment(answered.statements().size());
      case Abstained abstained -> abstentions.of(abstained.reason()).increment();
      case null -> {}
    }
  }
}
