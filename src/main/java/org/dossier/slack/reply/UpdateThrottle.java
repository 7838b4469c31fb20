package org.dossier.slack.reply;

import java.time.Clock;
import java.time.Instant;
import org.dossier.slack.api.RateLimits;
import org.dossier.slack.api.SlackApiException;
import org.dossier.slack.api.SlackConfig;
import org.dossier.slack.api.SlackConfig.ReplyMode;
import org.dossier.slack.queue.ReplyMessage;

/// When, and how, more of an answer is shown while it is made. For one thread.
final class UpdateThrottle {
  private static final String STREAMING = "chat.startStream";

  private final String team;
  private final SlackConfig config;
  private final RateLimits rateLimits;
  private final Clock clock;
  private Instant next;

  UpdateThrottle(String team, SlackConfig config, RateLimits rateLimits, Clock clock) {
    this.team = team;
    this.config = config;
    this.rateLimits = rateLimits;
    this.clock = clock;
    this.next = clock.instant().plus(config.streamDelay());
  }

  /// Whether more is to be shown now.
  boolean isDue() {
    return config.replyMode() != ReplyMode.FINAL && !clock.instant().isBefore(next);
  }

  /// More was shown.
  void onUpdate() {
    var pause =
        manner() == ReplyMessage.PostMode.STREAM ? config.streamInterval() : config.editInterval();
    next = clock.instant().plus(pause);
  }

  /// How a message is begun that more will be added to.
  ReplyMessage.PostMode manner() {
    boolean streams =
        config.replyMode() == ReplyMode.STREAM && !rateLimits.isRefused(team, STREAMING);
    return streams ? ReplyMessage.PostMode.STREAM : ReplyMessage.PostMode.POST;
  }

  /// The workspace does not let us stream.
  void onStreamRejected(SlackApiException refusal) {
    rateLimits.onRejected(team, STREAMING, refusal);
  }
}
