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

/// A file with the tables of an archive database, whatever database the archive itself is in: what
/// a backup is written to and read from. It is in nobody's use but its opener's, and for one
/// thread.
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

  /// A new file with the newest schema and not one row. What is written to it is only certain to be
  /// on disk once it was closed and synchronized.
  ///
  /// @throws ArchiveException if the file cannot be written, or is there already
  public static SqliteFile create(Path file) {
    if (Files.exists(file)) {
      throw new ArchiveException(file + " is there already", null);
    }
    new Sqlite(file).createMissing();
    var config = new SQLiteConfig();
    // A file that is half written is thrown away, so nothing in it needs to be undone.
    config.setJournalMode(JournalMode.OFF);
    config.setSynchronous(SynchronousMode.OFF);
    var source = source(file, config);
    Schema.migrate(new Sqlite(file), source);
    return open(file, source, true);
  }

  /// The file for reading.
  ///
  /// @throws ArchiveException naming the file if it cannot be read, is no archive's, or was written
  ///   by a newer version of this program
  public static SqliteFile open(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new ArchiveException("There is no file " + file, null);
    }
    var config = new SQLiteConfig();
    config.setReadOnly(true);
    return open(file, source(file, config), false);
  }

  private static SqliteFile open(Path file, SQLiteDataSource source, boolean emptied) {
    try {
      int schema = Schema.installedVersion(new Sqlite(file), source);
      if (schema == 0) {
        throw new ArchiveException(file + " is not an archive's: it has no tables", null);
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

  /// Takes what a killed process left beside the database `file` into it, so that it is one file;
  /// does nothing where it is damaged too badly for that. Nobody may have it open.
  public static void settle(Path file) {
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

  /// The number of the newest migration that made its tables.
  public int schema() {
    return schema;
  }

  /// What its tables are read and written by; ends with the file.
  public Handle handle() {
    return handle;
  }

  /// The tables that hold the content of an archive, each after those it refers to.
  public List<String> tables() {
    // In the order in which they were made: no table can refer to one that was not there yet.
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

  /// What SQLite finds wrong with the file itself and with its references; nothing where all is
  /// well.
  public List<String> damage() {
    return SqliteIntegrityCheck.of(handle);
  }

  /// What SQLite finds wrong with the file itself, whatever stands in it.
  public List<String> damageOfFile() {
    return SqliteIntegrityCheck.ofFile(handle);
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
