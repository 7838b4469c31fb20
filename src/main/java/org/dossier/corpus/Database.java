package org.dossier.corpus;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/// The SQL database of an archive: one SQLite file. What [#write] has returned is on disk, whatever
/// happens to the process or the machine afterwards.
///
/// Safe for any number of threads: reads run side by side, each on one consistent state; writes
/// happen one after another and never wait for a read. One process at a time may have the file open
/// ([DataFolder] sees to that).
public final class Database implements AutoCloseable {
  private static final int READERS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /// What these tell of their inner life is of no use to whoever runs the program; their failures
  /// reach the caller. Kept here since a logger that nobody holds forgets its level.
  private static final List<Logger> QUIETED =
      Stream.of("org.flywaydb", "com.zaxxer.hikari", "org.sqlite").map(Logger::getLogger).toList();

  static {
    QUIETED.forEach(logger -> logger.setLevel(Level.WARNING));
  }

  private final Path file;
  private final HikariDataSource writing;
  private final HikariDataSource reading;
  private final Jdbi writer;
  private final Jdbi reader;

  /// Waiting here is free of time limits, unlike waiting for a connection; first come, first
  /// served.
  private final ReentrantLock turn = new ReentrantLock(true);

  private Database(Path file) {
    this.file = file;
    writing = pool("archive-writer", 1, source(file, TransactionMode.IMMEDIATE), null);
    reading =
        pool(
            "archive-reader",
            READERS,
            source(file, TransactionMode.DEFERRED),
            "PRAGMA query_only = ON");
    writer = Jdbi.create(writing);
    reader = Jdbi.create(reading);
  }

  /// Opens the database in `file`, which is created where there is none and brought to the newest
  /// schema where it has an older one. The folder it lies in must be there.
  ///
  /// @throws ArchiveException naming the file if it cannot be read or written, is damaged, belongs
  ///   to something else or was written by a newer version of this program
  public static Database open(Path file) {
    var absolute = file.toAbsolutePath().normalize();
    Schema.migrate(absolute, source(absolute, TransactionMode.DEFERRED));
    try {
      var database = new Database(absolute);
      database.identify();
      return database;
    } catch (PoolInitializationException e) {
      throw failure(absolute, e);
    }
  }

  private void identify() {
    write(handle ->
        handle.execute(
            "UPDATE archive SET identity = ? WHERE identity = ''", UUID.randomUUID().toString()));
  }

  /// Runs `work` on one consistent state of the database, the newest at its first query, and
  /// returns what it returns. It may not write; the handle ends with the call.
  ///
  /// @throws ArchiveException if the database fails
  public <T extends @Nullable Object> T read(Function<Handle, T> work) {
    try {
      return reader.inTransaction(work::apply);
    } catch (JdbiException e) {
      throw failure(file, e);
    }
  }

  /// Runs `work` in a transaction, on disk when this returns and without effect when it throws. A
  /// write within a write is part of it; a read within a write does not see it yet. The handle ends
  /// with the call.
  ///
  /// @throws ArchiveException if the database fails
  public <T extends @Nullable Object> T write(Function<Handle, T> work) {
    turn.lock();
    try {
      return writer.inTransaction(work::apply);
    } catch (JdbiException e) {
      throw failure(file, e);
    } finally {
      turn.unlock();
    }
  }

  /// Lets a write that is under way finish; whoever reads or writes later gets an
  /// [ArchiveException].
  @Override
  public void close() {
    turn.lock();
    try {
      reading.close();
      writing.close();
    } finally {
      turn.unlock();
    }
  }

  static ArchiveException failure(Path file, Throwable cause) {
    var reason = cause;
    for (var c = cause; c != null; c = c.getCause()) {
      reason = c instanceof SQLException ? c : reason;
    }
    return new ArchiveException("The archive database " + file + ": " + reason.getMessage(), cause);
  }

  private static SQLiteDataSource source(Path file, TransactionMode mode) {
    var config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    // NORMAL would lose the last commits with the power, though never the consistency.
    config.setSynchronous(SynchronousMode.FULL);
    config.setTransactionMode(mode);
    config.setBusyTimeout((int) PATIENCE.toMillis());
    config.enforceForeignKeys(true);
    // A deleted article's words are overwritten, not just unlinked.
    config.setPragma(Pragma.SECURE_DELETE, "ON");
    var source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  private static HikariDataSource pool(
      String name, int size, DataSource source, @Nullable String onOpening) {
    var config = new HikariConfig();
    config.setPoolName(name);
    config.setDataSource(source);
    config.setMaximumPoolSize(size);
    config.setConnectionTimeout(PATIENCE.toMillis());
    config.setConnectionInitSql(onOpening);
    // Nothing between here and a file can drop a connection.
    config.setMaxLifetime(0);
    config.setIdleTimeout(0);
    return new HikariDataSource(config);
  }
}
