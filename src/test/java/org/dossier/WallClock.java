package org.dossier;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// A clock that does not advance until a test sets it, forwards or back.
public final class WallClock extends Clock {
  private volatile Instant now;

  public WallClock(Instant now) {
    this.now = now;
  }

  public void jump(Duration distance) {
    now = now.plus(distance);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("there is one wall");
  }
}
