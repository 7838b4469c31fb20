package org.dossier.slack.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.dossier.WallClock;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
  private static final Duration DAY = Duration.ofDays(1);

  private final WallClock clock = new WallClock(Instant.parse("2024-03-05T12:00:00Z"));
  private final RateLimits rateLimits = new RateLimits(clock);

  @Test
  void aRateLimitLastsForItsDelay() {
    rateLimits.onRateLimited("T", "chat.update", Duration.ofSeconds(30));

    assertThat(rateLimits.delay("T", "chat.update")).isEqualTo(Duration.ofSeconds(30));
    assertThat(rateLimits.delay("T", "chat.postMessage")).isZero();
    clock.jump(Duration.ofSeconds(20));
    rateLimits.onRateLimited("T", "chat.update", Duration.ofSeconds(5));
    assertThat(rateLimits.delay("T", "chat.update")).isEqualTo(Duration.ofSeconds(10));
    clock.jump(Duration.ofSeconds(10));
    assertThat(rateLimits.delay("T", "chat.update")).isZero();
  }

  @Test
  void settingTheClockBackDoesNotExtendTheWait() {
    rateLimits.onRateLimited("T", "chat.update", Duration.ofSeconds(30));
    clock.jump(DAY.negated());

    assertThat(rateLimits.delay("T", "chat.update")).isZero();
    rateLimits.onRateLimited("T", "chat.update", Duration.ofSeconds(5));
    assertThat(rateLimits.delay("T", "chat.update")).isEqualTo(Duration.ofSeconds(5));
  }
}
