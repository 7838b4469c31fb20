package org.dossier.database;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;

/// A SQLite file with the tables of an archive database, used for writing and reading backups,
/// regardless of the archive's own database. Only its opener uses it. Not thread-safe.
public final class SqliteFile implements AutoCloseable {
  private static final Logger LOG = System.getLogger(SqliteFile.class.getName());

  private final Path file;
  private final int schema;
  private final Handle handle;

  private SqliteFile(Path file, int schema, SQLiteDataSource source) {
    this.file = file;
    this.schema = schema;
    this.handle = Jdbi.create(source).open();
  }

  /// Creates a file with the newest schema and no rows. Its content is only guaranteed to be on
  /// disk after it was closed and synchronized.
  ///
  /// @throws ArchiveException if the file cannot be written, or exists already
  public static SqliteFile create(Path file) {
    if (Files.exists(file)) {
      throw new ArchiveException(file + " exists already", null);
    }
    new Sqlite(file).createMissing();
    var config = new SQLiteConfig();
    // A partial file is discarded, so journaling is not needed.
    config.setJournalMode(JournalMode.OFF);
    config.setSynchronous(SynchronousMode.OFF);
    var source = source(file, config);
    Schema.migrate(new Sqlite(file), source);
    return open(file, source, true);
  }

  /// Opens the file for reading.
  ///
  /// @throws ArchiveException naming the file if it cannot be read, is not an archive, or was
  ///   written by a newer version of this program
  public static SqliteFile open(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new ArchiveException("This file does not exist: " + file, null);
    }
    var config = new SQLiteConfig();
    config.setReadOnly(true);
    return open(file, source(file, config), false);
  }

  private static SqliteFile open(Path file, SQLiteDataSource source, boolean emptied) {
    try {
      int schema = Schema.installedVersion(new Sqlite(file), source);
      if (schema == 0) {
        throw new ArchiveException(file + " is not an archive database: it has no tables", null);
      }
      Schema.checkKnown(new Sqlite(file), schema);
      var opened = new SqliteFile(file, schema, source);
      if (emptied) {
        opened.tables().reversed().forEach(table -> opened.handle.execute("DELETE FROM " + table));
      }
      return opened;
    } catch (SQLException | JdbiException e) {
      throw Database.failure(new Sqlite(file), e);
    }
  }

  /// Checkpoints the write-ahead log that a killed process left next to the database `file`, so
  /// that it is one file. Does nothing if the file is too damaged for that. No process may have it
  /// open.
  public static void checkpoint(Path file) {
    try (var handle = Jdbi.create(source(file, new SQLiteConfig())).open()) {
      handle.createQuery("PRAGMA wal_checkpoint(TRUNCATE)").mapToMap().list();
    } catch (JdbiException e) {
      LOG.log(Level.WARNING, Database.failure(new Sqlite(file), e).getMessage());
    }
  }

  /// The newest schema that this program knows.
  public static int newestSchema() {
    return Schema.newest();
  }

  public Path file() {
    return file;
  }

  /// The number of the newest migration applied to its tables.
  public int schema() {
    return schema;
  }

  /// The handle for reading and writing its tables; invalid after [#close].
  public Handle handle() {
    return handle;
  }

  /// The tables that hold the content of an archive, each after those it refers to.
  public List<String> tables() {
    // Creation order: a table cannot refer to one that did not exist yet.
    return handle
        .createQuery(
            """
            SELECT name FROM sqlite_master
            WHERE type = 'table' AND substr(name, 1, 7) <> 'sqlite_' AND name NOT IN (<others>)
            ORDER BY rowid
            """)
        .bindList("others", Schema.NO_CONTENT)
        .mapTo(String.class)
        .list();
  }

  /// The problems that SQLite finds in the file itself and in its references; an empty list if it
  /// finds no problem. none.
  public List<String> integrityProblems() {
    return SqliteIntegrityCheck.run(handle);
  }

  /// The problems that SQLite finds in the file itself, regardless of its content.
  public List<String> fileProblems() {
    return SqliteIntegrityCheck.runOnFile(handle);
  }

  @Override
  public void close() {
    handle.close();
  }

  private static SQLiteDataSource source(Path file, SQLiteConfig config) {
    var source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }
}
