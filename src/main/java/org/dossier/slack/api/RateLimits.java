package org.dossier.slack.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What Slack said about how soon, and whether, its methods may be called, for each workspace by
/// itself. Safe for any number of threads.
public final class RateLimits {
  /// A workspace that refuses something may change its mind; it is asked again so much later.
  private static final Duration REMEMBERED = Duration.ofHours(24);

  /// Refusals that say nothing about the workspace.
  private static final Set<String> ABOUT_ONE_CHANNEL =
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

    /// What is left of it. A clock that was set back to before it says nothing: then it is over,
    /// and Slack says so again where it is not.
    Duration left(Instant now) {
      return now.isBefore(from) || !until.isAfter(now)
          ? Duration.ZERO
          : Duration.between(now, until);
    }

    /// The one that ends later, unless the clock was set back between them.
    static Wait longer(Wait old, Wait fresh) {
      return fresh.from.isBefore(old.from) || fresh.until.isAfter(old.until) ? fresh : old;
    }
  }

  /// How long to wait before the method may be called again; zero for now.
  Duration delay(String team, String method) {
    return onRateLimited.getOrDefault(new Key(team, method), Wait.NONE).left(clock.instant());
  }

  /// Slack let the method wait for so long.
  void onRateLimited(String team, String method, Duration delay) {
    onRateLimited.merge(new Key(team, method), waitOf(delay), Wait::longer);
  }

  /// Whether the workspace refused the method, and it is not long ago.
  public boolean isRefused(String team, String method) {
    var wait = onRejected.getOrDefault(new Key(team, method), Wait.NONE);
    return wait.left(clock.instant()).isPositive();
  }

  /// The workspace refused the method, which is remembered unless it was for this one channel's
  /// sake.
  public void onRejected(String team, String method, SlackApiException refusal) {
    if (!ABOUT_ONE_CHANNEL.contains(refusal.error())) {
      onRejected.put(new Key(team, method), waitOf(REMEMBERED));
    }
  }

  private Wait waitOf(Duration time) {
    var now = clock.instant();
    return new Wait(now, now.plus(time));
  }
}
