package org.dossier.slack.api;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// The status of the connection to Slack, for operators. Thread-safe.
public final class ConnectionStatus {
  private final Clock clock;
  private volatile State state = new State(false, "starting", null);
  private final AtomicLong connectionCount = new AtomicLong();
  private volatile @Nullable Instant onEvent;

  public ConnectionStatus(Clock clock) {
    this.clock = clock;
  }

  /// @param connected true if events and replies can be exchanged, as far as known
  /// @param description a description
  /// @param workspace the name of the workspace; `null` if unknown
  public record State(boolean connected, String description, @Nullable String workspace) {}

  public State state() {
    return state;
  }

  /// The time of the last event from Slack; empty if none was received.
  public Optional<Instant> lastEvent() {
    return Optional.ofNullable(onEvent);
  }

  public void onEvent() {
    onEvent = clock.instant();
  }

  /// The number of connections opened so far; greater than one after reconnects.
  long connectionCount() {
    return connectionCount.get();
  }

  public void onConnected(@Nullable String workspace) {
    connectionCount.incrementAndGet();
    state = new State(true, "connected", workspace);
  }

  /// Slack is currently unreachable.
  public void onLost(@Nullable String why) {
    state = new State(false, String.valueOf(why), state.workspace());
  }

  /// Slack rejected the token, or the app was uninstalled.
  public void onRejected(@Nullable String why) {
    state = new State(false, String.valueOf(why), state.workspace());
  }
}
