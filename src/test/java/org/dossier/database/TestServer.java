package org.dossier.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/// A real PostgreSQL server, shared by all tests of a JVM, with a database for each folder that
/// asks for one.
public final class TestServer {
  private static final String TEMPLATE = "migrated";
  private static final Map<Path, PostgresSettings> DATABASES = new HashMap<>();
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final EmbeddedPostgres postgres;

  private TestServer() {
    try {
      postgres =
          EmbeddedPostgres.builder()
              // Nothing here must survive a crash of the machine.
              .setServerConfig("fsync", "off")
              .setServerConfig("max_connections", "200")
              .setPGStartupWait(Duration.ofMinutes(1))
              .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
              .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // Created with a locale, so that texts are ordered by bytes only because of the application.
    execute(
        "CREATE DATABASE " + TEMPLATE + " TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'en'");
    try (var template = Database.open(server(TEMPLATE))) {
      template.write(handle -> handle.execute("UPDATE archive SET identity = ''"));
    }
  }

  private static final class Running {
    private static final TestServer SERVER = new TestServer();
  }

  /// The database of `folder`, dropped when that folder no longer exists.
  public static synchronized PostgresSettings database(Path folder) {
    // Many thousands of files would take longer to delete at the end than the JVM has for exiting.
    DATABASES.keySet().stream().filter(Files::notExists).toList().forEach(TestServer::drop);
    return DATABASES.computeIfAbsent(
        folder,
        _ -> {
          var name = "archive_" + NUMBERS.incrementAndGet();
          Running.SERVER.execute("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
          return Running.SERVER.server(name);
        });
  }

  private static void drop(Path gone) {
    var database = Objects.requireNonNull(DATABASES.remove(gone));
    Running.SERVER.execute("DROP DATABASE " + name(database) + " WITH (FORCE)");
  }

  /// A new database without tables.
  public static PostgresSettings empty(String name) {
    Running.SERVER.execute("CREATE DATABASE " + name);
    return Running.SERVER.server(name);
  }

  /// Runs SQL on a database as its owner.
  public static void execute(PostgresSettings database, String sql) {
    try (var connection = connection(database);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /// The single value that a query returns, as text.
  public static String value(PostgresSettings database, String sql) {
    try (var connection = connection(database);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /// Closes every connection to a database, as a restart of its server does.
  public static void disconnectAll(PostgresSettings database) {
    Running.SERVER.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'"
            .formatted(name(database)));
  }

  private static String name(PostgresSettings database) {
    return database.address().replaceFirst(".*/", "");
  }

  private static Connection connection(PostgresSettings database) throws SQLException {
    return DriverManager.getConnection(database.url(), database.user(), database.password());
  }

  private void execute(String sql) {
    execute(server("postgres"), sql);
  }

  private PostgresSettings server(String name) {
    return new PostgresSettings(
        "jdbc:postgresql://localhost:%d/%s".formatted(postgres.getPort(), name),
        "postgres",
        "postgres",
        4);
  }
}
