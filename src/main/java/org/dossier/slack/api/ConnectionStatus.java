package org.dossier.slack.api;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// How we stand with Slack, for people. Safe for any number of threads.
public final class ConnectionStatus {
  private final Clock clock;
  private volatile State state = new State(false, "starting", null);
  private final AtomicLong times = new AtomicLong();
  private volatile @Nullable Instant onEvent;

  public ConnectionStatus(Clock clock) {
    this.clock = clock;
  }

  /// @param connected whether messages reach us and replies reach Slack, as far as we know
  /// @param words what there is to say about it
  /// @param workspace its name; null while we do not know it
  public record State(boolean connected, String words, @Nullable String workspace) {}

  public State state() {
    return state;
  }

  /// When Slack last told us anything; empty for never.
  public Optional<Instant> lastHeard() {
    return Optional.ofNullable(onEvent);
  }

  public void onEvent() {
    onEvent = clock.instant();
  }

  /// How often it was connected so far; more often than once where connections end.
  long times() {
    return times.get();
  }

  public void onConnected(@Nullable String workspace) {
    times.incrementAndGet();
    state = new State(true, "connected", workspace);
  }

  /// Slack cannot be reached at present.
  public void onLost(@Nullable String why) {
    state = new State(false, String.valueOf(why), state.workspace());
  }

  /// Slack will not have us.
  public void onRejected(@Nullable String why) {
    state = new State(false, String.valueOf(why), state.workspace());
  }
}
