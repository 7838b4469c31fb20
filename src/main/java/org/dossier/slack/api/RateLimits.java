package org.dossier.slack.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Remembers, for each workspace and method, when the method may be called again, and whether the
/// workspace rejects it altogether. Thread-safe.
public final class RateLimits {
  /// The time after which a rejected method is tried again, because a workspace may change its
  /// settings.
  private static final Duration REJECTION_TTL = Duration.ofHours(24);

  /// Errors that concern one channel or message, not the whole workspace.
  private static final Set<String> CHANNEL_ERRORS =
      Set.of(
          "channel_not_found",
          "not_in_channel",
          "is_archived",
          "channel_type_not_supported",
          "message_not_found",
          "thread_not_found",
          "invalid_thread_ts",
          "user_not_found");

  private final Map<Key, Wait> onRateLimited = new ConcurrentHashMap<>();
  private final Map<Key, Wait> onRejected = new ConcurrentHashMap<>();
  private final Clock clock;

  public RateLimits(Clock clock) {
    this.clock = clock;
  }

  private record Key(String team, String method) {}

  private record Wait(Instant from, Instant until) {
    static final Wait NONE = new Wait(Instant.MIN, Instant.MIN);

    /// The remaining time. If the clock was set back to before the start of the wait, the wait is
    /// considered over; Slack reports the limit again if it still applies.
    Duration remaining(Instant now) {
      return now.isBefore(from) || !until.isAfter(now)
          ? Duration.ZERO
          : Duration.between(now, until);
    }

    /// The wait that ends later, unless the clock was set back between them.
    static Wait longer(Wait old, Wait fresh) {
      return fresh.from.isBefore(old.from) || fresh.until.isAfter(old.until) ? fresh : old;
    }
  }

  /// The time to wait before the method may be called; zero if it may be called now.
  Duration delay(String team, String method) {
    return onRateLimited.getOrDefault(new Key(team, method), Wait.NONE).remaining(clock.instant());
  }

  /// Records that Slack limited the method for `delay`.
  void onRateLimited(String team, String method, Duration delay) {
    onRateLimited.merge(new Key(team, method), waitOf(delay), Wait::longer);
  }

  /// Returns true if the workspace rejected the method within the last 24 hours.
  public boolean isRejected(String team, String method) {
    var wait = onRejected.getOrDefault(new Key(team, method), Wait.NONE);
    return wait.remaining(clock.instant()).isPositive();
  }

  /// Records that the workspace rejected the method, unless the error concerns a single channel.
  public void onRejected(String team, String method, SlackApiException refusal) {
    if (!CHANNEL_ERRORS.contains(refusal.error())) {
      onRejected.put(new Key(team, method), waitOf(REJECTION_TTL));
    }
  }

  private Wait waitOf(Duration time) {
    var now = clock.instant();
    return new Wait(now, now.plus(time));
  }
}
