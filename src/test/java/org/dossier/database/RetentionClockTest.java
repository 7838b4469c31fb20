package org.dossier.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.dossier.WallClock;
import org.dossier.archive.Archive;
import org.dossier.archive.SampleArticles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// A clock that is ahead for less than six hours deletes nothing, and expired rows are deleted in
/// the end.
@ParameterizedClass
@EnumSource(Storage.class)
class RetentionClockTest {
  private static final Instant START = Instant.parse("2024-03-05T12:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration MONTH = Duration.ofDays(40);

  private final Storage storage;
  private final WallClock clock = new WallClock(START);
  private final AtomicLong nanos = new AtomicLong();
  @TempDir private Path folder;
  private Database database;
  private RetentionClock retention;

  RetentionClockTest(Storage storage) {
    this.storage = storage;
  }

  @BeforeEach
  void open() {
    database = storage.open(folder);
    start();
    assertThat(retention.observe()).isEqualTo(START);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void elapsedTimeIsTrusted() {
    pass(Duration.ofHours(30));
    assertThat(retention.observe()).isEqualTo(clock.instant());

    // No caller triggered it for long, but this process measured the time.
    pass(MONTH);
    assertThat(retention.observe()).isEqualTo(clock.instant());
  }

  @Test
  void aJumpAheadIsDoubtedUntilItEnds() {
    clock.jump(MONTH);
    assertThat(retention.observe()).isEqualTo(START);
    passHours(5);
    assertThat(retention.observe()).isEqualTo(START);

    clock.jump(MONTH.negated());
    assertThat(retention.observe()).isEqualTo(START.plus(HOUR.multipliedBy(5)));
    clock.jump(MONTH);
    passHours(1);
    assertThat(retention.observe()).isEqualTo(START.plus(HOUR.multipliedBy(5)));
  }

  @Test
  void aTimeIsTrustedAfterSixSteadyHours() {
    clock.jump(MONTH);
    retention.observe();
    passHours(6);

    assertThat(retention.observe()).isEqualTo(clock.instant());
  }

  @Test
  void theSixHoursAreMeasuredWithoutTheClock() {
    clock.jump(MONTH);
    retention.observe();
    for (int i = 0; i < 20; i++) {
      clock.jump(HOUR);
      nanos.addAndGet(Duration.ofSeconds(1).toNanos());
      assertThat(retention.observe()).isEqualTo(START);
    }
  }

  @Test
  void anotherJumpRestartsTheSixHours() {
    clock.jump(MONTH);
    retention.observe();
    passHours(5);
    clock.jump(MONTH);
    retention.observe();
    passHours(5);
    assertThat(retention.observe()).isEqualTo(START);
  }

  @Test
  void afterALongOutageDeletionResumesAfterSixHours() {
    clock.jump(MONTH);
    start();
    assertThat(retention.observe()).isEqualTo(START);
    passHours(3);
    // The measured time survives the process.
    clock.jump(HOUR);
    start();
    retention.observe();
    passHours(2);

    assertThat(retention.observe()).isEqualTo(clock.instant());
  }

  @Test
  void settingBackIsTrustedAndTheReturnIsDoubted() {
    clock.jump(MONTH.negated());
    assertThat(retention.observe()).isEqualTo(START.minus(MONTH));
    clock.jump(MONTH);
    assertThat(retention.observe()).isEqualTo(START.minus(MONTH));
  }

  @Test
  void anUpgradedArchiveStartsAtItsNewestTimestamp() {
    database.write(handle ->
        handle.execute(
            "UPDATE retention_clock SET trusted_time = NULL, suspect_time = NULL, observed_ms = 0"));
    var archive = new Archive(database, clock);
    archive.put(List.of(SampleArticles.bare("a", "It came.")));
    start();
    clock.jump(MONTH);

    assertThat(retention.observe()).isEqualTo(START);
  }

  /// Starts like another process, which has not measured any time yet.
  private void start() {
    retention = new RetentionClock(database, clock, nanos::get);
  }

  private void passHours(int hours) {
    for (int i = 0; i < hours; i++) {
      pass(HOUR);
      retention.observe();
    }
  }

  private void pass(Duration time) {
    clock.jump(time);
    nanos.addAndGet(time.toNanos());
  }
}
