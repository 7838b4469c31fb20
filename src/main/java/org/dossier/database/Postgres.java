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

/// A PostgreSQL database, on which several processes may work at once.
record Postgres(PostgresSettings server) implements DatabaseDialect {
  /// One for the writes, the others for the notes that wait for no write.
  private static final int WRITERS = 3;

  /// Tells the lock that a write holds from those that others may have in the same database.
  private static final int WRITES = 0x446F7373;

  /// How long a connection is waited for: whoever asks meanwhile should hear that there is none.
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Duration STATEMENT_LIMIT = Duration.ofSeconds(30);
  private static final Duration KEEP_ALIVE = Duration.ofMinutes(1);
  private static final Duration LIFE = Duration.ofMinutes(20);

  /// What the driver is told, unless the address says otherwise. It would wait for ever for a
  /// server that is gone, and tell whole rows in its messages.
  private static final Map<String, String> DRIVER =
      Map.of(
          "ApplicationName", "dossier",
          "connectTimeout", "4",
          "socketTimeout", "40",
          "tcpKeepAlive", "true",
          "logServerErrorDetail", "false",
          // Within a transaction, rows are then fetched as they are read and not all at once.
          "defaultRowFetchSize", "200");

  @Override
  public String name() {
    return server.address();
  }

  @Override
  public String instead() {
    return "another database";
  }

  /// Whoever holds the turn and is cut off from the server must not hold it for long.
  @Override
  public HikariConfig writing() {
    var pool =
        pool(
            WRITERS,
            "SET statement_timeout = %1$d; SET idle_in_transaction_session_timeout = %1$d"
                .formatted(STATEMENT_LIMIT.toMillis()));
    // What is read after the turn was waited for must be what the others wrote.
    pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    return pool;
  }

  @Override
  public HikariConfig reading() {
    var pool =
        pool(
            server.connections(),
            "SET statement_timeout = %d".formatted(STATEMENT_LIMIT.toMillis()));
    pool.setReadOnly(true);
    pool.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
    return pool;
  }

  @Override
  public DataSource migrating() {
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

  /// Until a write is over there is no other one, of this process or another: what it has read
  /// holds until it has written, and sequences are committed in their order.
  @Override
  public void awaitTurn(Handle handle) {
    handle
        .createQuery(
            "SELECT CAST(pg_advisory_xact_lock(:writes, hashtext(current_schema())) AS TEXT)")
        .bind("writes", WRITES)
        .mapTo(String.class)
        .one();
  }

  /// Begins a transaction that is free to be lost where the database's machine fails.
  void beginNote(Handle handle) {
    handle.execute("SET LOCAL synchronous_commit = off");
  }

  private HikariConfig pool(int size, String onOpening) {
    var pool = new HikariConfig();
    pool.setDataSource(source());
    pool.setMaximumPoolSize(size);
    pool.setMinimumIdle(1);
    pool.setConnectionTimeout(PATIENCE.toMillis());
    pool.setValidationTimeout(PATIENCE.toMillis() / 2);
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

  /// PostgreSQL takes no NUL in a text. None of ours is to have one; where somebody asks for one,
  /// it is as good as any other character that is not there.
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
