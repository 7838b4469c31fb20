package org.dossier.database;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/// What SQLite itself finds wrong with a database file: pages and indexes first, and where those
/// are sound, rows that refer to others that are not there.
final class SqliteIntegrityCheck {
  private static final int MOST = 20;

  private SqliteIntegrityCheck() {}

  /// Nothing where all is well, 20 lines at most.
  static List<String> of(Handle handle) {
    var damage = ofFile(handle);
    return damage.isEmpty() ? references(handle) : damage;
  }

  /// As [#of], of pages and indexes only.
  static List<String> ofFile(Handle handle) {
    try {
      return handle
          .createQuery("PRAGMA integrity_check(" + MOST + ")")
          .mapTo(String.class)
          .filter(line -> !line.equals("ok"))
          .list();
    } catch (JdbiException e) {
      return List.of(Database.reason(e));
    }
  }

  private static List<String> references(Handle handle) {
    return handle
        .createQuery("PRAGMA foreign_key_check")
        .map((row, context) ->
            "row %s of %s refers to a row of %s that is not there"
                .formatted(row.getString("rowid"), row.getString("table"), row.getString("parent")))
        .stream()
        .limit(MOST)
        .toList();
  }
}
