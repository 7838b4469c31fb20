package org.dossier.database;

import com.zaxxer.hikari.HikariConfig;
import javax.sql.DataSource;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// What one database does otherwise than the other. Both take the same statements and the same
/// migrations.
sealed interface DatabaseDialect permits Sqlite, Postgres {
  /// Which database it is, for messages: a file, or an address without credentials.
  String name();

  /// What whoever cannot use it may use instead.
  String instead();

  /// For the connections that write.
  HikariConfig writing();

  /// For the connections that read, each transaction on one state.
  HikariConfig reading();

  /// For bringing it to the newest schema.
  DataSource migrating();

  /// Lets migrations end as this database needs.
  void prepare(FluentConfiguration flyway);

  /// Lets values go in as this database takes them.
  void prepare(Jdbi jdbi);

  /// Waits until no other process writes, and keeps them waiting until the transaction ends.
  void awaitTurn(Handle handle);
}
