package org.dossier.observability;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.dossier.answer.Answer;
import org.dossier.chat.conversation.Reply;

/// The instrumentation of questions: counts and times them and their stages, traces them if traces
/// are enabled, and writes one log line for each. Safe for any number of threads.
@Singleton
public final class QuestionInstrumentation {
  /// The key of the request id in the log's mapped diagnostic context.
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

  /// Listeners are registered before the first question.
  void begin(@Observes Startup event) {}

  /// Runs `asking` and returns its reply, or rethrows its exception. Work that continues in another
  /// thread must pass on [StageListener#current()].
  ///
  /// @param words the question; logged only if a setting permits it
  public Reply record(Channel channel, String words, Supplier<Reply> asking) {
    return record(channel, words, asking, Reply::answer);
  }

  /// As the other method, for a reply of any type.
  ///
  /// @param answer the answer in the reply
  public <R> R record(
      Channel channel, String words, Supplier<R> asking, Function<R, Answer> answer) {
    var trace = traces.begin(words);
    long began = System.nanoTime();
    try {
      R reply = trace.combinedWith(stages).call(asking::get);
      end(CompletedQuestion.of(answer.apply(reply), channel, since(began)), words, trace);
      return reply;
    } catch (RuntimeException | Error e) {
      end(CompletedQuestion.ofFailure(e, channel, since(began)), words, trace);
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
