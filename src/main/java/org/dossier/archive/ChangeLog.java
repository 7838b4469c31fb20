package org.dossier.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/// The total order of all changes.
final class ChangeLog {
  private ChangeLog() {}

  /// Allocates the sequence of a new change. Holds the counter's row until the transaction ends, so
  /// that no later sequence is ever committed before an earlier one.
  static long next(Handle handle) {
    handle.execute("UPDATE archive SET sequence = sequence + 1");
    return newest(handle);
  }

  static long newest(Handle handle) {
    return handle.createQuery("SELECT sequence FROM archive").mapTo(Long.class).one();
  }

  /// A row of `sequence, id, current_version`.
  static Change change(ResultSet row, StatementContext context) throws SQLException {
    return new Change(
        row.getLong("sequence"), row.getString("id"), row.getString("current_version"));
  }
}
