package org.dossier.slack.reply;

import java.time.Clock;
import java.time.Instant;
import org.dossier.slack.api.RateLimits;
import org.dossier.slack.api.SlackApiException;
import org.dossier.slack.api.SlackConfig;
import org.dossier.slack.api.SlackConfig.ReplyMode;
import org.dossier.slack.queue.ReplyMessage;

/// Decides when and how an answer is updated while it is generated. Not thread-safe.
final class UpdateThrottle {
  private static final String STREAMING = "chat.startStream";

  private final String team;
  private final SlackConfig config;
  private final RateLimits rateLimits;
  private final Clock clock;
  private Instant nextUpdate;

  UpdateThrottle(String team, SlackConfig config, RateLimits rateLimits, Clock clock) {
    this.team = team;
    this.config = config;
    this.rateLimits = rateLimits;
    this.clock = clock;
    this.nextUpdate = clock.instant().plus(config.streamDelay());
  }

  /// Returns true if an update is due.
  boolean isDue() {
    return config.replyMode() != ReplyMode.FINAL && !clock.instant().isBefore(nextUpdate);
  }

  /// Records an update.
  void onUpdate() {
    var pause =
        postMode() == ReplyMessage.PostMode.STREAM
            ? config.streamInterval()
            : config.editInterval();
    nextUpdate = clock.instant().plus(pause);
  }

  /// How to start a message to which more will be appended.
  ReplyMessage.PostMode postMode() {
    boolean streams =
        config.replyMode() == ReplyMode.STREAM && !rateLimits.isRejected(team, STREAMING);
    return streams ? ReplyMessage.PostMode.STREAM : ReplyMessage.PostMode.POST;
  }

  /// Records that the workspace rejects streaming.
  void onStreamRejected(SlackApiException refusal) {
    rateLimits.onRejected(team, STREAMING, refusal);
  }
}
