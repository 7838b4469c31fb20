package org.dossier.database;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The time up to which old rows are deleted, protected against a clock that jumps ahead.
///
/// A time is trusted if it is at most a day after the last trusted one, plus the time that this
/// process has measured since then without a wall clock. A later time is doubted, and nothing is
/// deleted because of it, until the clock has advanced from it for six hours without another jump.
/// So a machine that was off for a month deletes six hours after its start, and a clock that is
/// wrong for less than that deletes nothing. A time before the last trusted one is always trusted,
/// since it deletes less.
///
/// The state is in the database and survives restarts. Safe for any number of threads and
/// processes.
final class RetentionClock {
  private static final long TOLERANCE = Duration.ofDays(1).toMillis();
  private static final long WATCHED = Duration.ofHours(6).toMillis();

  private final Database database;
  private final Clock clock;
  private final LongSupplier nanos;
  private @Nullable Mark last;

  /// @param nanos a time source that is independent of the wall clock: [System#nanoTime]
  RetentionClock(Database database, Clock clock, LongSupplier nanos) {
    this.database = database;
    this.clock = clock;
    this.nanos = nanos;
  }

  /// The row in the database.
  private record State(@Nullable Long believed, @Nullable Long doubted, long watched) {
    static State believing(long now) {
      return new State(now, null, 0);
    }

    /// The last time that was read from a clock.
    long newest(long otherwise) {
      return doubted != null ? doubted : believed != null ? believed : otherwise;
    }
  }

  /// The last state this process wrote, and its time by [#nanos].
  private record Mark(State state, long nanos) {}

  /// Reads the clock; call this at least once every few hours.
  ///
  /// @return the time up to which rows may be deleted
  /// @throws ArchiveException if the database fails
  synchronized Instant observe() {
    long now = clock.millis();
    long counted = nanos.getAsLong();
    var next =
        database.<State>write(handle -> {
          var before = read(handle);
          var after = next(before, now, elapsed(before, counted));
          write(handle, after);
          return after;
        });
    last = new Mark(next, counted);
    return Instant.ofEpochMilli(next.believed() == null ? now : Math.min(now, next.believed()));
  }

  /// Milliseconds since `state` was written, measured without a wall clock; `null` if another
  /// process wrote it.
  private @Nullable Long elapsed(State state, long counted) {
    return last != null && last.state().equals(state) ? (counted - last.nanos()) / 1_000_000 : null;
  }

  private static State next(State before, long now, @Nullable Long elapsed) {
    long believed = before.believed() == null ? now : before.believed();
    long counted = elapsed == null ? 0 : elapsed;
    if (now <= believed + counted + TOLERANCE) {
      return State.believing(now);
    }
    long from = before.newest(now);
    if (before.doubted() == null || Math.abs(now - from - counted) > TOLERANCE) {
      return new State(believed, now, 0);
    }
    long passed = elapsed == null ? now - from : Math.min(now - from, elapsed);
    long watched = before.watched() + Math.max(0, passed);
    return watched >= WATCHED ? State.believing(now) : new State(believed, now, watched);
  }

  /// The initial state of an archive without a recorded time is the newest timestamp in the
  /// archive.
  private static State read(Handle handle) {
    var state =
        handle
            .createQuery(
                "SELECT trusted_time, suspect_time, observed_ms FROM retention_clock WHERE id = 1")
            .map(row ->
                new State(
                    row.getColumn("trusted_time", Long.class),
                    row.getColumn("suspect_time", Long.class),
                    row.getColumn("observed_ms", Long.class)))
            .one();
    return state.believed() == null
        ? new State(findNewestTimestamp(handle), state.doubted(), state.watched())
        : state;
  }

  private static @Nullable Long findNewestTimestamp(Handle handle) {
    return handle
        .createQuery(
            """
            SELECT max(at) FROM (
              SELECT max(last_active_at) AS at FROM conversation
              UNION ALL SELECT max(last_active_at) FROM slack_thread
              UNION ALL SELECT max(received_at) FROM slack_message
              UNION ALL SELECT max(ingested_at) FROM article_version) recorded
            """)
        .mapTo(Long.class)
        .findFirst()
        .orElse(null);
  }

  private static void write(Handle handle, State state) {
    handle.execute(
        "UPDATE retention_clock SET trusted_time = ?, suspect_time = ?, observed_ms = ? WHERE id = 1",
        state.believed(),
        state.doubted(),
        state.watched());
  }
}
