package org.dossier.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.dossier.WallClock;
import org.dossier.archive.Archive;
import org.dossier.archive.Change;
import org.dossier.archive.SampleArticles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tests with a clock that is set forwards and back by a day.
class ClockJumpTest {
  private static final Instant START = Instant.parse("2024-03-05T12:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  @TempDir private Path folder;
  private final WallClock clock = new WallClock(START);
  private final AtomicLong counted = new AtomicLong();

  @Test
  void theOrderOfChangesDoesNotDependOnTheClock() {
    try (var database = Database.open(folder.resolve("archive.db"))) {
      var archive = new Archive(database, clock);
      archive.put(List.of(SampleArticles.bare("a", "It came first.")));
      clock.jump(DAY.negated());
      archive.put(List.of(SampleArticles.bare("a", "It came second.")));
      clock.jump(DAY.multipliedBy(2));
      archive.put(List.of(SampleArticles.bare("b", "It came third.")));
      clock.jump(DAY.negated());
      archive.delete("a");

      assertThat(archive.changesAfter(0, 10))
          .extracting(Change::articleId)
          .containsExactly("b", "a");
      assertThat(archive.isWithdrawn("a")).isTrue();
      archive.put(List.of(SampleArticles.bare("a", "It came second.")));
      assertThat(archive.find("a"))
          .hasValueSatisfying(found -> {
            assertThat(found.number()).isEqualTo(3);
            assertThat(found.article().text()).isEqualTo("It came second.");
          });
    }
  }

  @Test
  void hourlyCleanupRunsAgainAfterTheClockWasSetBack() {
    try (var database = Database.open(folder.resolve("archive.db"))) {
      var hourlyCleanup = new HourlyCleanup(database, clock, counted::get);
      var done = new ArrayList<Instant>();
      hourlyCleanup.ifDue(done::add);
      hourlyCleanup.ifDue(done::add);
      assertThat(done).containsExactly(START);

      clock.jump(DAY);
      hourlyCleanup.ifDue(done::add);
      clock.jump(DAY.negated());
      hourlyCleanup.ifDue(done::add);
      hourlyCleanup.ifDue(done::add);

      assertThat(done).containsExactly(START, START.plus(DAY), START);
    }
  }
}
