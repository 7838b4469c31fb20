package org.dossier.database;

import java.sql.SQLException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/// A Flyway callback that makes PostgreSQL compare texts by their bytes, as SQLite does, regardless
/// of the database's locale. The order is then the same everywhere, and an update of the system's
/// locales cannot invalidate indexes. It is part of each migration's transaction.
final class ByteCollation implements Callback {
  private static final String ALTER =
      """
      DO $$
      DECLARE
        compared record;
      BEGIN
        FOR compared IN
          SELECT table_name, column_name FROM information_schema.columns
          WHERE table_schema = current_schema() AND data_type = 'text'
            AND collation_name IS DISTINCT FROM 'C'
          ORDER BY table_name, ordinal_position
        LOOP
          EXECUTE format('ALTER TABLE %I ALTER COLUMN %I TYPE TEXT COLLATE "C"',
                         compared.table_name, compared.column_name);
        END LOOP;
      END
      $$
      """;

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.AFTER_EACH_MIGRATE;
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public void handle(Event event, Context context) {
    try (var statement = context.getConnection().createStatement()) {
      statement.execute(ALTER);
    } catch (SQLException e) {
      throw new ArchiveException("texts cannot be compared by their bytes: " + e.getMessage(), e);
    }
  }

  @Override
  public String getCallbackName() {
    return "byte order";
  }
}
