package org.dossier.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.dossier.WallClock;
import org.junit.jupiter.api.Test;

class LimitsTest {
  private static final Duration DAY = Duration.ofDays(1);

  private final WallClock clock = new WallClock(Instant.parse("2024-03-05T12:00:00Z"));
  private final Limits limits = new Limits(clock);

  @Test
  void aLimitHoldsForItsTime() {
    limits.limited("T", "chat.update", Duration.ofSeconds(30));

    assertThat(limits.delay("T", "chat.update")).isEqualTo(Duration.ofSeconds(30));
    assertThat(limits.delay("T", "chat.postMessage")).isZero();
    clock.jump(Duration.ofSeconds(20));
    limits.limited("T", "chat.update", Duration.ofSeconds(5));
    assertThat(limits.delay("T", "chat.update")).isEqualTo(Duration.ofSeconds(10));
    clock.jump(Duration.ofSeconds(10));
    assertThat(limits.delay("T", "chat.update")).isZero();
  }

  @Test
  void nobodyWaitsADayBecauseTheClockWasSetBack() {
    limits.limited("T", "chat.update", Duration.ofSeconds(30));
    clock.jump(DAY.negated());

    assertThat(limits.delay("T", "chat.update")).isZero();
    limits.limited("T", "chat.update", Duration.ofSeconds(5));
    assertThat(limits.delay("T", "chat.update")).isEqualTo(Duration.ofSeconds(5));
  }
}
