package org.dossier.observability;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Supplier;
import org.dossier.chat.conversation.Reply;

/// Watches questions on their way: counts and times them and their stages, traces them where traces
/// are on, and writes a line of the log for each. Safe for any number of threads.
@Singleton
public final class QuestionInstrumentation {
  /// The field of the log (of its mapped diagnostic context) that has a request's id.
  public static final String REQUEST = "requestId";

  private final QuestionMeters meters;
  private final StageMeters stages;
  private final Traces traces;
  private final QuestionLog log;

  QuestionInstrumentation(
      QuestionMeters meters, StageMeters stages, Traces traces, QuestionLog log) {
    this.meters = meters;
    this.stages = stages;
    this.traces = traces;
    this.log = log;
  }

  /// Whoever watches is there before the first question.
  void begin(@Observes Startup event) {}

  /// Does `asking` and returns its reply, or throws what it throws. Work of it that goes on in
  /// another thread takes [StageListener#current()] along.
  ///
  /// @param words what is asked; shown only where a setting says so
  public Reply record(Channel channel, String words, Supplier<Reply> asking) {
    var trace = traces.begin(words);
    long began = System.nanoTime();
    try {
      var reply = trace.with(stages).call(asking::get);
      end(CompletedQuestion.with(reply, channel, since(began)), words, trace);
      return reply;
    } catch (RuntimeException | Error e) {
      end(CompletedQuestion.by(e, channel, since(began)), words, trace);
      throw e;
    }
  }

  private void end(CompletedQuestion completedQuestion, String words, Trace trace) {
    meters.count(completedQuestion);
    log.write(completedQuestion, words);
    trace.end(completedQuestion);
  }

  private static Duration since(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
