package org.dossier.slack;

import java.time.Clock;
import java.time.Instant;
import org.dossier.slack.SlackConfig.Showing;

/// When, and how, more of an answer is shown while it is made. For one thread.
final class Pace {
  private static final String STREAMING = "chat.startStream";

  private final String team;
  private final SlackConfig config;
  private final Limits limits;
  private final Clock clock;
  private Instant next;

  Pace(String team, SlackConfig config, Limits limits, Clock clock) {
    this.team = team;
    this.config = config;
    this.limits = limits;
    this.clock = clock;
    this.next = clock.instant().plus(config.showAfter());
  }

  /// Whether more is to be shown now.
  boolean isDue() {
    return config.showing() != Showing.WHOLE && !clock.instant().isBefore(next);
  }

  /// More was shown.
  void shown() {
    var pause = manner() == Part.Manner.STREAM ? config.streamEvery() : config.editEvery();
    next = clock.instant().plus(pause);
  }

  /// How a message is begun that more will be added to.
  Part.Manner manner() {
    boolean streams = config.showing() == Showing.STREAM && !limits.isRefused(team, STREAMING);
    return streams ? Part.Manner.STREAM : Part.Manner.POST;
  }

  /// The workspace does not let us stream.
  void streamRefused(RefusedException refusal) {
    limits.refused(team, STREAMING, refusal);
  }
}
