package org.dossier.llm;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.dossier.llm.ModelFailure.Reason;
import org.jspecify.annotations.Nullable;

/// Text that a model is generating, as a stream of pieces, with deadlines. One thread reads,
/// another thread writes.
///
/// Time counts from the creation of the stream. The first statement must be verified within the
/// first limit, and the generation must have ended within the second one; otherwise the model was
/// too slow.
public final class GenerationStream {
  private static final long POLL_MILLIS = 50;
  // Back-pressure: a model that writes faster than its statements are verified has to wait.
  private static final int MAX_BUFFERED_PIECES = 1_024;

  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>(MAX_BUFFERED_PIECES);
  private final long began = System.nanoTime();
  private final GenerationLimits generationLimits;
  private final Runnable stillWanted;
  private boolean statementVerified;
  private boolean complete;
  private @Nullable ModelFailure failure;

  /// @param stillWanted run at least every 50 ms while no text arrives; throws if the client is
  ///   gone
  GenerationStream(GenerationLimits generationLimits, Runnable stillWanted) {
    this.generationLimits = generationLimits;
    this.stillWanted = stillWanted;
  }

  /// The next piece of text. A piece may end anywhere. Empty once the model has ended.
  ///
  /// @throws ModelFailure if the model fails or is too slow; repeated calls throw the same failure
  /// @throws RuntimeException if the client is gone
  public Optional<String> next() throws ModelFailure {
    if (failure != null) {
      throw failure;
    }
    if (complete) {
      return Optional.empty();
    }
    return switch (awaitEvent()) {
      case Event.Words(var words) -> Optional.of(words);
      case Event.End(boolean whole) -> {
        if (!whole) {
          throw remember(truncated());
        }
        complete = true;
        yield Optional.empty();
      }
      case Event.Fault(var fault) -> throw remember(fault);
    };
  }

  /// Reports that a first statement was verified. From now on only the limit of the whole answer
  /// applies.
  public void onStatementVerified() {
    statementVerified = true;
  }

  /// The time since the call began.
  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  /// Adds a piece of text. For the writing thread.
  void words(String words) throws InterruptedException {
    events.put(new Event.Words(words));
  }

  /// Ends the stream. For the writing thread.
  ///
  /// @param whole true if the model ended by itself, false if it reached the token limit
  void end(boolean whole) throws InterruptedException {
    events.put(new Event.End(whole));
  }

  /// Ends the stream with a failure. For the writing thread.
  void fail(ModelFailure fault) throws InterruptedException {
    events.put(new Event.Fault(fault));
  }

  private ModelFailure truncated() {
    return new ModelFailure(
        Reason.TRUNCATED,
        "the output had not ended after %d tokens (dossier.model.max-tokens)"
            .formatted(generationLimits.tokens()));
  }

  private Event awaitEvent() throws ModelFailure {
    while (remaining().isPositive()) {
      stillWanted.run();
      var event = poll(Math.min(POLL_MILLIS, 1 + remaining().toMillis()));
      if (event != null) {
        return event;
      }
    }
    throw remember(tooSlow());
  }

  private Duration remaining() {
    return (statementVerified ? generationLimits.whole() : generationLimits.firstStatement())
        .minus(elapsed());
  }

  private ModelFailure tooSlow() {
    return statementVerified
        ? new ModelFailure(
            Reason.TIMEOUT,
            "the output had not ended after %s (dossier.model.total-timeout)"
                .formatted(format(generationLimits.whole())))
        : new ModelFailure(
            Reason.TIMEOUT,
            "no statement was verified after %s (dossier.model.first-statement-timeout)"
                .formatted(format(generationLimits.firstStatement())));
  }

  private @Nullable Event poll(long millis) throws ModelFailure {
    try {
      return events.poll(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw remember(new ModelFailure(Reason.TRUNCATED, "the call was interrupted"));
    }
  }

  private ModelFailure remember(ModelFailure fault) {
    failure = fault;
    return fault;
  }

  private static String format(Duration time) {
    return time.toMillis() % 1_000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
  }

  private sealed interface Event {
    record Words(String words) implements Event {}

    record End(boolean whole) implements Event {}

    record Fault(ModelFailure failure) implements Event {}
  }
}
