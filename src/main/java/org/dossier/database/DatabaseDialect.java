package org.dossier.database;

import com.zaxxer.hikari.HikariConfig;
import javax.sql.DataSource;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The differences between the two databases. Both accept the same statements and the same
/// migrations.
sealed interface DatabaseDialect permits Sqlite, Postgres {
  /// The name for messages: a file, or an address without credentials.
  String name();

  /// The alternative that messages suggest to an operator who cannot use this database.
  String alternative();

  /// The pool configuration of the connections that write.
  HikariConfig writePool();

  /// The pool configuration of the connections that read, each transaction on one consistent state.
  HikariConfig readPool();

  /// The connections for migrations.
  DataSource migrationSource();

  /// Configures how migrations end on this database.
  void prepare(FluentConfiguration flyway);

  /// Registers the conversions of values that this database needs.
  void prepare(Jdbi jdbi);

  /// Waits until no other process writes, and blocks other processes' writes until the transaction
  /// ends.
  void lockWrites(Handle handle);
}
