package org.dossier.archive;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.dossier.database.Database;
import org.jdbi.v3.core.Handle;

/// The articles that were ingested before their time of publication. They are stored, and neither
/// indexed nor listed until that time. Safe for any number of threads.
final class Embargo {
  /// The number of articles after which others may write.
  private static final int MAX_AT_ONCE = 500;

  private final Database database;
  private final Clock clock;

  Embargo(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Ends the embargo of the articles whose time of publication has come: of many, the first ones.
  /// Each is a change of the archive, by which indexes add it.
  void end() {
    if (database.read(this::isDue)) {
      database.write(handle -> {
        var due =
            handle
                .createQuery(
                    "SELECT id FROM article WHERE withheld_until <= :now ORDER BY id LIMIT :limit")
                .bind("now", clock.millis())
                .bind("limit", MAX_AT_ONCE)
                .mapTo(String.class)
                .list();
        due.forEach(id -> end(handle, id));
        return due.size();
      });
    }
  }

  private boolean isDue(Handle handle) {
    return handle
        .createQuery("SELECT 1 FROM article WHERE withheld_until <= :now LIMIT 1")
        .bind("now", clock.millis())
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  private static void end(Handle handle, String id) {
    handle.execute(
        "UPDATE article SET withheld_until = NULL, sequence = ? WHERE id = ?",
        ChangeLog.next(handle),
        id);
  }

  /// The end of the embargo of an article; empty if it has none.
  Optional<Instant> of(String id) {
    return database.read(handle ->
        handle
            .createQuery(
                "SELECT withheld_until FROM article WHERE id = :id AND withheld_until IS NOT NULL")
            .bind("id", id)
            .mapTo(Long.class)
            .findOne()
            .map(Instant::ofEpochMilli));
  }
}
