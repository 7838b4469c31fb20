package org.dossier.slack.api;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private final UnknownOutcomeException fault =
      new UnknownOutcomeException("chat.postMessage", "status 500");

  private final ShutdownSignal shutdownSignal = new ShutdownSignal();

  @Test
  void exhaustedLimitRethrowsTheFault() {
    var backoff = new Backoff(Duration.ZERO, shutdownSignal);

    assertThatThrownBy(() -> backoff.pause(fault)).isSameAs(fault);
  }

  @Test
  void unlimitedBackoffEndsOnlyAtShutdown() {
    var backoff = new Backoff(shutdownSignal);
    shutdownSignal.trigger();

    assertThatThrownBy(() -> backoff.pause(fault)).isInstanceOf(ShutdownException.class);
  }
}
