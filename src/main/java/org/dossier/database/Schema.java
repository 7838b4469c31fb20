package org.dossier.database;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/// The schema of the archive database: creates it, upgrades it to the newest version, and rejects a
/// database that it cannot upgrade.
final class Schema {
  private static final String FOLDER = "migration/";

  /// All migrations, oldest first, numbered from 1. A released migration never changes. This is a
  /// list because not every class loader can list the files of a folder.
  private static final List<String> MIGRATIONS =
      List.of(
          "V1__baseline.sql",
          "V2__reprints.sql",
          "V3__publication_time.sql",
          "V4__embedding_claims.sql",
          "V5__omissions.sql",
          "V6__embargo.sql");

  private static final String HISTORY = "schema_history";

  /// The tables that are not content of the archive: the migration history, the running processes
  /// with their locks, the state of the retention clock, and what is computed from the articles
  /// again.
  static final List<String> NO_CONTENT =
      List.of(
          HISTORY,
          "process",
          "cluster_lock",
          "embedding_claim",
          "retention_clock",
          "reprint",
          "reprint_band",
          "reprint_progress");

  private Schema() {}

  /// Creates the schema or upgrades it to the newest version.
  ///
  /// @throws ArchiveException with the name of the database, if that is not possible
  static void migrate(DatabaseDialect databaseDialect) {
    migrate(databaseDialect, databaseDialect.migrationSource());
  }

  /// As [#migrate(DatabaseDialect)].
  ///
  /// @param source the connections to the database for the migration only
  static void migrate(DatabaseDialect databaseDialect, DataSource source) {
    try {
      int installed = installedVersion(databaseDialect, source);
      checkKnown(databaseDialect, installed);
      // Flyway needs half a second even if there is nothing to do.
      if (installed < MIGRATIONS.size()) {
        flyway(databaseDialect, source).migrate();
      }
    } catch (FlywayException | SQLException e) {
      throw Database.failure(databaseDialect, e);
    }
  }

  /// The number of the newest migration.
  static int newest() {
    return MIGRATIONS.size();
  }

  /// @throws ArchiveException with the name of the database, if `installed` is newer than [#newest]
  static void checkKnown(DatabaseDialect databaseDialect, int installed) {
    if (installed > newest()) {
      throw new ArchiveException(
          "%s was written by a newer version of this program (schema %d, this version supports up to %d): use that version, or %s"
              .formatted(
                  databaseDialect.name(), installed, newest(), databaseDialect.alternative()),
          null);
    }
  }

  /// @throws ArchiveException with the name of the database, if its schema is not the newest one
  static void require(DatabaseDialect databaseDialect) {
    try {
      int installed = installedVersion(databaseDialect, databaseDialect.migrationSource());
      if (installed != newest()) {
        throw new ArchiveException(
            "%s is in use by another version of this program (schema %d; this version has %d)"
                .formatted(databaseDialect.name(), installed, newest()),
            null);
      }
    } catch (SQLException e) {
      throw Database.failure(databaseDialect, e);
    }
  }

  private static Flyway flyway(DatabaseDialect databaseDialect, DataSource source) {
    var flyway =
        Flyway.configure(Schema.class.getClassLoader())
            .dataSource(source)
            .table(HISTORY)
            .resourceProvider(new Migrations())
            .javaMigrationClassProvider(List::of);
    databaseDialect.prepare(flyway);
    return flyway.load();
  }

  /// The number of the newest migration that was applied; 0 for an empty database.
  ///
  /// @throws ArchiveException with the name of the database, if the database belongs to another
  ///   program or was written before the first release of this one
  static int installedVersion(DatabaseDialect databaseDialect, DataSource source)
      throws SQLException {
    try (var connection = source.getConnection()) {
      var tables = tables(connection);
      if (tables.isEmpty()) {
        return 0;
      }
      if (!tables.contains(HISTORY)) {
        throw new ArchiveException(
            "%s is not an archive database: it has other tables (%s)"
                .formatted(databaseDialect.name(), String.join(", ", tables)),
            null);
      }
      return installedVersion(databaseDialect, connection);
    }
  }

  private static int installedVersion(DatabaseDialect databaseDialect, Connection connection)
      throws SQLException {
    int newest = 0;
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT version, script FROM "
                    + HISTORY
                    + " WHERE success AND version IS NOT NULL")) {
      while (rows.next()) {
        int version = rows.getInt("version");
        checkReleased(databaseDialect, version, rows.getString("script"));
        newest = Math.max(newest, version);
      }
    }
    return newest;
  }

  /// Rejects a database of a development version. Its migrations had the same numbers as those of
  /// the first release, but other names.
  private static void checkReleased(DatabaseDialect databaseDialect, int version, String script) {
    if (version <= newest() && !script.equals(FOLDER + MIGRATIONS.get(version - 1))) {
      throw new ArchiveException(
          "%s was written by a development version of this program and cannot be upgraded: use %s and ingest the articles again, or restore a backup of a released version"
              .formatted(databaseDialect.name(), databaseDialect.alternative()),
          null);
    }
  }

  private static List<String> tables(Connection connection) throws SQLException {
    var tables = new ArrayList<String>();
    var schema = connection.getSchema();
    try (var rows = connection.getMetaData().getTables(null, schema, "%", new String[] {"TABLE"})) {
      while (rows.next()) {
        tables.add(rows.getString("TABLE_NAME"));
      }
    }
    return tables;
  }

  private static final class Migrations implements ResourceProvider {
    /// Flyway asks for the settings of a migration here. No migration has settings.
    @Override
    public @Nullable LoadableResource getResource(String name) {
      return null;
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
      return MIGRATIONS.stream()
          .filter(name -> name.startsWith(prefix))
          .filter(name -> Stream.of(suffixes).anyMatch(name::endsWith))
          .<LoadableResource>map(Migration::new)
          .toList();
    }
  }

  private static final class Migration extends LoadableResource {
    private final String name;

    Migration(String name) {
      this.name = name;
    }

    @Override
    public Reader read() {
      InputStream bytes = Schema.class.getResourceAsStream(FOLDER + name);
      return new InputStreamReader(Objects.requireNonNull(bytes, name), StandardCharsets.UTF_8);
    }

    @Override
    public String getFilename() {
      return name;
    }

    @Override
    public String getRelativePath() {
      return FOLDER + name;
    }

    @Override
    public String getAbsolutePath() {
      return FOLDER + name;
    }

    @Override
    public String getAbsolutePathOnDisk() {
      return FOLDER + name;
    }
  }
}
