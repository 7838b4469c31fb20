package org.dossier.database;

import com.zaxxer.hikari.HikariConfig;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.postgresql.ds.PGSimpleDataSource;

/// A PostgreSQL database, on which several processes may work concurrently.
record Postgres(PostgresSettings server) implements DatabaseDialect {
  /// One connection for the writes, the others for [Database#writeUnordered].
  private static final int WRITERS = 3;

  /// The namespace of the write lock, which distinguishes it from other advisory locks in the same
  /// database.
  private static final int WRITES = 0x446F7373;

  /// How long to wait for a connection. Callers that wait longer should learn that none is
  /// available.
  private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(5);

  private static final Duration STATEMENT_LIMIT = Duration.ofSeconds(30);
  private static final Duration KEEP_ALIVE = Duration.ofMinutes(1);
  private static final Duration LIFE = Duration.ofMinutes(20);

  /// Driver properties, unless the address overrides them. By default the driver would wait
  /// indefinitely for an unreachable server, and include whole rows in its messages.
  private static final Map<String, String> DRIVER =
      Map.of(
          "ApplicationName", "dossier",
          "connectTimeout", "4",
          "socketTimeout", "40",
          "tcpKeepAlive", "true",
          "logServerErrorDetail", "false",
          // Within a transaction, rows are then fetched as they are read and not all together.
          "defaultRowFetchSize", "200");

  @Override
  public String name() {
    return server.address();
  }

  @Override
  public String alternative() {
    return "another database";
  }

  /// A process that holds the write lock and is cut off from the server must release it soon.
  @Override
  public HikariConfig writePool() {
    var pool =
        pool(
            WRITERS,
            "SET statement_timeout = %1$d; SET idle_in_transaction_session_timeout = %1$d"
                .formatted(STATEMENT_LIMIT.toMillis()));
    // Reads after waiting for the lock must see what the other processes wrote.
    pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    return pool;
  }

  @Override
  public HikariConfig readPool() {
    var pool =
        pool(
            server.connections(),
            "SET statement_timeout = %d".formatted(STATEMENT_LIMIT.toMillis()));
    pool.setReadOnly(true);
    pool.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
    return pool;
  }

  @Override
  public DataSource migrationSource() {
    return source();
  }

  @Override
  public void prepare(FluentConfiguration flyway) {
    flyway.callbacks(new ByteCollation());
  }

  @Override
  public void prepare(Jdbi jdbi) {
    jdbi.registerArgument(new WithoutNul());
  }

  /// Blocks other writes, of this process or another, until this transaction ends: what it has read
  /// stays valid until it has written, and sequences are committed in order.
  @Override
  public void lockWrites(Handle handle) {
    handle
        .createQuery(
            "SELECT CAST(pg_advisory_xact_lock(:writes, hashtext(current_schema())) AS TEXT)")
        .bind("writes", WRITES)
        .mapTo(String.class)
        .one();
  }

  /// Begins a transaction that may be lost if the database's machine fails.
  void disableSynchronousCommit(Handle handle) {
    handle.execute("SET LOCAL synchronous_commit = off");
  }

  private HikariConfig pool(int size, String onOpening) {
    var pool = new HikariConfig();
    pool.setDataSource(source());
    pool.setMaximumPoolSize(size);
    pool.setMinimumIdle(1);
    pool.setConnectionTimeout(CONNECTION_TIMEOUT.toMillis());
    pool.setValidationTimeout(CONNECTION_TIMEOUT.toMillis() / 2);
    pool.setKeepaliveTime(KEEP_ALIVE.toMillis());
    pool.setMaxLifetime(LIFE.toMillis());
    pool.setConnectionInitSql(onOpening);
    return pool;
  }

  private PGSimpleDataSource source() {
    var source = new PGSimpleDataSource();
    source.setUrl(server.url());
    source.setUser(server.user());
    source.setPassword(server.password());
    try {
      for (var property : DRIVER.entrySet()) {
        if (!server.url().contains(property.getKey() + "=")) {
          source.setProperty(property.getKey(), property.getValue());
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the driver knows its properties", e);
    }
    return source;
  }

  /// A conversion for texts with NUL, which PostgreSQL rejects. No stored text contains NUL; in a
  /// search text, any other absent character serves as well.
  private static final class WithoutNul extends AbstractArgumentFactory<String> {
    WithoutNul() {
      super(Types.VARCHAR);
    }

    @Override
    protected Argument build(String value, ConfigRegistry config) {
      var text = value.replace('\0', '\uFFFD');
      return (position, statement, context) -> statement.setString(position, text);
    }
  }
}
