package org.dossier.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.function.Supplier;
import org.dossier.answer.Abstained;
import org.dossier.answer.Answered;
import org.dossier.chat.InvalidMessageException;
import org.dossier.chat.KeyReusedException;
import org.dossier.chat.Reply;
import org.dossier.chat.UnknownConversationException;

/// Counts and times questions: answered, abstained and why, refused to their sender, stopped since
/// the sender is gone, or failed.
@Singleton
final class QuestionMeters {
  private static final String QUESTIONS = "dossier.questions";
  private static final String ABSTENTIONS = "dossier.abstentions";

  private final MeterRegistry meters;

  QuestionMeters(MeterRegistry meters) {
    this.meters = meters;
    for (var reason : Abstained.Reason.values()) {
      // A rate needs a zero to start from.
      meters.counter(ABSTENTIONS, "reason", ReplyJson.word(reason));
    }
  }

  Reply measured(Supplier<Reply> asking) {
    var started = Timer.start(meters);
    var outcome = "failed";
    try {
      var reply = asking.get();
      outcome = outcome(reply);
      return reply;
    } catch (StoppedException e) {
      outcome = "stopped";
      throw e;
    } catch (Problem
        | InvalidMessageException
        | KeyReusedException
        | UnknownConversationException e) {
      outcome = "refused";
      throw e;
    } finally {
      started.stop(meters.timer(QUESTIONS, "outcome", outcome));
    }
  }

  private String outcome(Reply reply) {
    return switch (reply.answer()) {
      case Answered answered -> "answered";
      case Abstained abstained -> {
        meters.counter(ABSTENTIONS, "reason", ReplyJson.word(abstained.reason())).increment();
        yield "abstained";
      }
    };
  }
}
