package org.dossier.llm;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.dossier.llm.ModelFailure.Reason;
import org.jspecify.annotations.Nullable;

/// What a model writes, piece by piece, while it writes it. One thread reads, another one writes.
///
/// Time runs from its making: a first statement must stand by the first limit, or the model was too
/// slow; by the second one it must have ended.
public final class GenerationStream {
  private static final long BETWEEN_LOOKS_MILLIS = 50;
  // A model that writes faster than its words are checked has to wait.
  private static final int PIECES_AHEAD = 1_024;

  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>(PIECES_AHEAD);
  private final long began = System.nanoTime();
  private final GenerationLimits generationLimits;
  private final Runnable stillWanted;
  private boolean statementStands;
  private boolean complete;
  private @Nullable ModelFailure failure;

  /// @param stillWanted run now and then while nothing comes; throws when the client is gone
  GenerationStream(GenerationLimits generationLimits, Runnable stillWanted) {
    this.generationLimits = generationLimits;
    this.stillWanted = stillWanted;
  }

  /// The next words, in pieces as they come: a piece may end anywhere. Empty once the model has
  /// ended.
  ///
  /// @throws ModelFailure if it fails, or is too slow
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
          throw remember(cutAtItsLimit());
        }
        complete = true;
        yield Optional.empty();
      }
      case Event.Fault(var fault) -> throw remember(fault);
    };
  }

  /// Tells that a first statement stands: from now on only the whole answer's time counts.
  public void statementStands() {
    statementStands = true;
  }

  /// How long ago the model was asked.
  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  /// For the writing thread: some words came.
  void words(String words) throws InterruptedException {
    events.put(new Event.Words(words));
  }

  /// For the writing thread: it is over.
  ///
  /// @param whole whether the model ended by itself, rather than at the limit of its tokens
  void end(boolean whole) throws InterruptedException {
    events.put(new Event.End(whole));
  }

  /// For the writing thread: it went wrong.
  void fail(ModelFailure fault) throws InterruptedException {
    events.put(new Event.Fault(fault));
  }

  private ModelFailure cutAtItsLimit() {
    return new ModelFailure(
        Reason.CUT_OFF,
        "it had not ended after %d tokens (dossier.model.max-tokens)"
            .formatted(generationLimits.tokens()));
  }

  private Event awaitEvent() throws ModelFailure {
    while (remaining().isPositive()) {
      stillWanted.run();
      var event = poll(Math.min(BETWEEN_LOOKS_MILLIS, 1 + remaining().toMillis()));
      if (event != null) {
        return event;
      }
    }
    throw remember(tooSlow());
  }

  private Duration remaining() {
    return (statementStands ? generationLimits.whole() : generationLimits.firstStatement())
        .minus(elapsed());
  }

  private ModelFailure tooSlow() {
    return statementStands
        ? new ModelFailure(
            Reason.TOO_SLOW,
            "it had not ended after %s (dossier.model.total-timeout)"
                .formatted(format(generationLimits.whole())))
        : new ModelFailure(
            Reason.TOO_SLOW,
            "no statement of it stood after %s (dossier.model.first-statement-timeout)"
                .formatted(format(generationLimits.firstStatement())));
  }

  private @Nullable Event poll(long millis) throws ModelFailure {
    try {
      return events.poll(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw remember(new ModelFailure(Reason.CUT_OFF, "this process stopped waiting for it"));
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
