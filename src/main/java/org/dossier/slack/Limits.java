package org.dossier.slack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What Slack said about how soon, and whether, its methods may be called, for each workspace by
/// itself. Safe for any number of threads.
final class Limits {
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

  private final Map<Key, Instant> notBefore = new ConcurrentHashMap<>();
  private final Map<Key, Instant> refusedUntil = new ConcurrentHashMap<>();
  private final Clock clock;

  Limits(Clock clock) {
    this.clock = clock;
  }

  private record Key(String team, String method) {}

  /// How long to wait before the method may be called again; zero for now.
  Duration delay(String team, String method) {
    var until = notBefore.getOrDefault(new Key(team, method), Instant.MIN);
    var now = clock.instant();
    return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
  }

  /// Slack let the method wait for so long.
  void limited(String team, String method, Duration delay) {
    notBefore.merge(
        new Key(team, method),
        clock.instant().plus(delay),
        (one, other) -> one.isAfter(other) ? one : other);
  }

  /// Whether the workspace refused the method, and it is not long ago.
  boolean isRefused(String team, String method) {
    return refusedUntil.getOrDefault(new Key(team, method), Instant.MIN).isAfter(clock.instant());
  }

  /// The workspace refused the method, which is remembered unless it was for this one channel's
  /// sake.
  void refused(String team, String method, RefusedException refusal) {
    if (!ABOUT_ONE_CHANNEL.contains(refusal.error())) {
      refusedUntil.put(new Key(team, method), clock.instant().plus(REMEMBERED));
    }
  }
}
