package org.dossier.observability;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import org.dossier.answer.About;
import org.dossier.answer.Abstained;
import org.dossier.answer.CitedAnswer;
import org.dossier.answer.Clarification;

/// Meters of questions by channel and outcome, of abstentions by reason, and of displayed
/// statements by generator.
@Singleton
final class QuestionMeters {
  private final EnumMeters<Channel, EnumMeters<Outcome, Timer>> questions;
  private final EnumMeters<Abstained.Reason, Counter> abstentions;
  private final EnumMeters<CompletedQuestion.AnswerGenerator, Counter> statements;

  QuestionMeters(MeterRegistry meters) {
    questions =
        EnumMeters.get(
            Channel.class,
            channel ->
                EnumMeters.get(
                    Outcome.class, outcome -> questions(channel, outcome).register(meters)));
    abstentions =
        EnumMeters.get(
            Abstained.Reason.class,
            reason -> meters.counter("dossier.abstentions", "reason", TagValues.of(reason)));
    statements =
        EnumMeters.get(
            CompletedQuestion.AnswerGenerator.class,
            answerGenerator ->
                meters.counter("dossier.statements", "generator", TagValues.of(answerGenerator)));
  }

  private static Timer.Builder questions(Channel channel, Outcome outcome) {
    return Timer.builder("dossier.questions")
        .tags("channel", TagValues.of(channel), "outcome", TagValues.of(outcome))
        .serviceLevelObjectives(HistogramBuckets.ANSWERS);
  }

  void count(CompletedQuestion completedQuestion) {
    questions
        .get(completedQuestion.channel())
        .get(completedQuestion.outcome())
        .record(completedQuestion.took());
    switch (completedQuestion.answer()) {
      case CitedAnswer cited ->
          statements
              .get(CompletedQuestion.AnswerGenerator.of(cited.origin()))
              .increment(cited.statements().size());
      case Abstained abstained -> abstentions.get(abstained.reason()).increment();
      case Clarification _, About _ -> {}
      case null -> {}
    }
  }
}
