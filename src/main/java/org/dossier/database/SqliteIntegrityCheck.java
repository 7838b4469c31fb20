package org.dossier.database;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/// SQLite's own integrity check of a database file: pages and indexes first and, if those are
/// sound, rows that refer to missing rows.
final class SqliteIntegrityCheck {
  private static final int MAX_PROBLEMS = 20;

  private SqliteIntegrityCheck() {}

  /// The problems found, at most 20 lines; an empty list if SQLite finds no problem.
  static List<String> run(Handle handle) {
    var damage = runOnFile(handle);
    return damage.isEmpty() ? checkReferences(handle) : damage;
  }

  /// Like [#run], but of pages and indexes only.
  static List<String> runOnFile(Handle handle) {
    try {
      return handle
          .createQuery("PRAGMA integrity_check(" + MAX_PROBLEMS + ")")
          .mapTo(String.class)
          .filter(line -> !line.equals("ok"))
          .list();
    } catch (JdbiException e) {
      return List.of(Database.reason(e));
    }
  }

  private static List<String> checkReferences(Handle handle) {
    return handle
        .createQuery("PRAGMA foreign_key_check")
        .map((row, context) ->
            "row %s of %s refers to a row of %s that does not exist"
                .formatted(row.getString("rowid"), row.getString("table"), row.getString("parent")))
        .stream()
        .limit(MAX_PROBLEMS)
        .toList();
  }
}
