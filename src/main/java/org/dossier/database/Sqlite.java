package org.dossier.database;

import com.zaxxer.hikari.HikariConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/// One SQLite file, opened by one process at a time ([DataFolder] ensures that).
///
/// @param file absolute
record Sqlite(Path file) implements DatabaseDialect {
  private static final int READERS = 4;
  private static final Duration BUSY_TIMEOUT = Duration.ofSeconds(30);

  /// How long emptying the log waits for reads, during which writes are blocked.
  private static final Duration CHECKPOINT_TIMEOUT = Duration.ofMillis(100);

  @Override
  public String name() {
    return file.toString();
  }

  @Override
  public String alternative() {
    return "another data folder";
  }

  @Override
  public HikariConfig writePool() {
    return pool(1, TransactionMode.IMMEDIATE);
  }

  @Override
  public HikariConfig readPool() {
    var pool = pool(READERS, TransactionMode.DEFERRED);
    pool.setConnectionInitSql("PRAGMA query_only = ON");
    return pool;
  }

  @Override
  public DataSource migrationSource() {
    return source(TransactionMode.DEFERRED);
  }

  @Override
  public void prepare(FluentConfiguration flyway) {}

  @Override
  public void prepare(Jdbi jdbi) {}

  @Override
  public void lockWrites(Handle handle) {
    // A file is written by one process only.
  }

  /// Creates the file with access for its owner only, which SQLite would not do. SQLite's other
  /// files inherit its mode.
  void createMissing() {
    try {
      OwnerOnlyFiles.createMissing(file);
    } catch (IOException _) {
      // SQLite reports the problem.
    }
  }

  /// @return true if the log is now empty
  boolean truncateLog() {
    if (hasEmptyLog()) {
      return true;
    }
    // A separate connection: with the usual busy timeout, a long read would block all writes.
    try (var handle = Jdbi.create(source(TransactionMode.DEFERRED, CHECKPOINT_TIMEOUT)).open()) {
      int busy =
          handle
              .createQuery("PRAGMA wal_checkpoint(TRUNCATE)")
              .map(row -> row.getColumn("busy", Integer.class))
              .one();
      return busy == 0;
    }
  }

  private boolean hasEmptyLog() {
    try {
      return Files.size(file.resolveSibling(file.getFileName() + "-wal")) == 0;
    } catch (IOException _) {
      // If the file cannot be inspected, SQLite decides.
      return false;
    }
  }

  private HikariConfig pool(int size, TransactionMode mode) {
    var pool = new HikariConfig();
    pool.setDataSource(source(mode));
    pool.setMaximumPoolSize(size);
    pool.setConnectionTimeout(BUSY_TIMEOUT.toMillis());
    // A connection to a file cannot be lost.
    pool.setMaxLifetime(0);
    pool.setIdleTimeout(0);
    return pool;
  }

  private SQLiteDataSource source(TransactionMode mode) {
    return source(mode, BUSY_TIMEOUT);
  }

  private SQLiteDataSource source(TransactionMode mode, Duration patience) {
    var config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    // NORMAL would lose the last commits in a power failure, though never consistency.
    config.setSynchronous(SynchronousMode.FULL);
    config.setTransactionMode(mode);
    config.setBusyTimeout((int) patience.toMillis());
    config.enforceForeignKeys(true);
    // Text of deleted articles is overwritten, not just unlinked.
    config.setPragma(Pragma.SECURE_DELETE, "ON");
    var source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }
}
