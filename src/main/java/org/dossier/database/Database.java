package org.dossier.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/// The SQL database of an archive: a SQLite file, or a PostgreSQL database. When [#write] returns,
/// its changes are on disk and survive a crash of the process or the machine.
///
/// Safe for any number of threads. Reads run concurrently, each on one consistent state. Writes run
/// one after another and never wait for a read. One process at a time works on a file ([DataFolder]
/// ensures that; [#openShared] is for processes without its lock). Several processes may work on a
/// PostgreSQL database, and the same guarantees hold among the threads of all of them.
public final class Database implements AutoCloseable {
  /// SQLSTATEs for a broken connection, no available connection, or a server that is starting or
  /// stopping.
  private static final Pattern UNREACHABLE = Pattern.compile("08...|57P0[1-5]|53300");

  /// Loggers of libraries whose output does not help the operator; their failures reach the caller
  /// as exceptions. The references are kept, because a logger without references loses its level.
  private static final List<Logger> QUIETED =
      Stream.of("org.flywaydb", "com.zaxxer.hikari", "org.sqlite", "org.postgresql")
          .map(Logger::getLogger)
          .toList();

  static {
    QUIETED.forEach(logger -> logger.setLevel(Level.SEVERE));
  }

  private final DatabaseDialect databaseDialect;
  private final HikariDataSource writing;
  private final HikariDataSource reading;
  private final Jdbi writer;
  private final Jdbi reader;
  private final ClusterLocks clusterLocks = new ClusterLocks(this);

  /// The write lock. Waiting for it has no time limit, unlike waiting for a connection; it is
  /// granted in order of arrival.
  private final ReentrantLock writeLock = new ReentrantLock(true);

  private Database(DatabaseDialect databaseDialect) {
    this.databaseDialect = databaseDialect;
    writing = pool("archive-writer", databaseDialect.writePool());
    try {
      reading = pool("archive-reader", databaseDialect.readPool());
    } catch (RuntimeException e) {
      writing.close();
      throw e;
    }
    writer = Jdbi.create(writing);
    reader = Jdbi.create(reading);
    databaseDialect.prepare(writer);
    databaseDialect.prepare(reader);
  }

  /// Opens the database in `file`. Creates the file if it does not exist, and migrates an older
  /// schema to the newest. The parent folder must exist.
  ///
  /// @throws ArchiveException naming the file if it cannot be read or written, is damaged, belongs
  ///   to another program or was written by a newer version of this program
  public static Database open(Path file) {
    var engine = new Sqlite(file.toAbsolutePath().normalize());
    engine.createMissing();
    return open(engine);
  }

  /// Opens a PostgreSQL database, and migrates an empty database or an older schema to the newest.
  /// Waits while another process migrates it.
  ///
  /// @throws ArchiveException naming the database if it cannot be reached or used, belongs to
  ///   another program or was written by a newer version of this program
  public static Database open(PostgresSettings server) {
    return open(new Postgres(server));
  }

  private static Database open(DatabaseDialect databaseDialect) {
    Schema.migrate(databaseDialect);
    try {
      return identified(new Database(databaseDialect));
    } catch (PoolInitializationException e) {
      throw failure(databaseDialect, e);
    }
  }

  /// Opens the database of a data folder that another process holds, for a small change in parallel
  /// with that process. In this mode SQLite lets several processes of one machine use a file. This
  /// process must not change the schema under the other.
  ///
  /// @throws ArchiveException naming the file if it does not exist or has another schema version
  public static Database openShared(Path folder) {
    var file = DataFolder.database(folder).toAbsolutePath().normalize();
    if (!Files.exists(file)) {
      throw new ArchiveException(
          file + " is being created by another process. Try again in a moment", null);
    }
    var engine = new Sqlite(file);
    Schema.require(engine);
    try {
      return new Database(engine);
    } catch (PoolInitializationException e) {
      throw failure(engine, e);
    }
  }

  private static Database identified(Database database) {
    try {
      database.identify();
      return database;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private void identify() {
    write(handle ->
        handle.execute(
            "UPDATE archive SET identity = ? WHERE identity = ''", UUID.randomUUID().toString()));
  }

  /// True if several processes may work on the database concurrently.
  public boolean isShared() {
    return switch (databaseDialect) {
      case Sqlite _ -> false;
      case Postgres _ -> true;
    };
  }

  /// The locks among the processes that share the database. Closed with it.
  public ClusterLocks clusterLocks() {
    return clusterLocks;
  }

  /// Runs `work` on one consistent state of the database, the newest one at its first query, and
  /// returns its result. `work` must not write; the handle is invalid after the call.
  ///
  /// @throws ArchiveException if the database fails
  public <T extends @Nullable Object> T read(Function<Handle, T> work) {
    try {
      return reader.inTransaction(work::apply);
    } catch (JdbiException e) {
      throw failure(databaseDialect, e);
    }
  }

  /// Runs `work` in a transaction: on disk when this returns, without effect if this throws. A
  /// nested write joins the transaction; a nested read does not see the changes yet. The handle is
  /// invalid after the call.
  ///
  /// @throws ArchiveException if the database fails
  public <T extends @Nullable Object> T write(Function<Handle, T> work) {
    writeLock.lock();
    try {
      boolean begins = writeLock.getHoldCount() == 1;
      return writer.inTransaction(handle -> {
        if (begins) {
          databaseDialect.lockWrites(handle);
        }
        return work.apply(handle);
      });
    } catch (JdbiException e) {
      throw failure(databaseDialect, e);
    } finally {
      writeLock.unlock();
    }
  }

  /// The problems that the database finds in its own files and references; an empty list if it
  /// finds no problem.
  public List<String> integrityProblems() {
    return switch (databaseDialect) {
      case Sqlite _ -> read(SqliteIntegrityCheck::run);
      // PostgreSQL maintains its own files, and verifies the references of every row on write.
      case Postgres _ -> List.of();
    };
  }

  /// Moves the contents of a file archive's write-ahead log into the database itself, and empties
  /// the log. Deleted text is overwritten in the database immediately, but remains in the log until
  /// then. Waits for a write in progress, and delays other writes by at most a tenth of a second.
  ///
  /// @return false if a read in progress needs the log; call again later
  /// @throws ArchiveException if the database fails
  public boolean truncateLog() {
    return switch (databaseDialect) {
      case Sqlite sqlite -> {
        writeLock.lock();
        try {
          yield sqlite.truncateLog();
        } catch (JdbiException e) {
          throw failure(databaseDialect, e);
        } finally {
          writeLock.unlock();
        }
      }
      // The server manages its own log.
      case Postgres _ -> true;
    };
  }

  /// Runs `work` in a small transaction that does not wait for writes of other processes and may be
  /// lost if the database's machine fails. Must not be called within a write.
  ///
  /// @throws ArchiveException if the database fails
  public <T extends @Nullable Object> T writeUnordered(Function<Handle, T> work) {
    return switch (databaseDialect) {
      case Sqlite _ -> write(work);
      case Postgres postgres -> {
        try {
          yield writer.inTransaction(handle -> {
            postgres.disableSynchronousCommit(handle);
            return work.apply(handle);
          });
        } catch (JdbiException e) {
          throw failure(databaseDialect, e);
        }
      }
    };
  }

  /// Waits for a write in progress. Later reads and writes get an [ArchiveException].
  @Override
  public void close() {
    clusterLocks.close();
    writeLock.lock();
    try {
      reading.close();
      writing.close();
    } finally {
      writeLock.unlock();
    }
  }

  static ArchiveException failure(DatabaseDialect databaseDialect, Throwable cause) {
    boolean unreachable =
        CauseChain.of(cause).anyMatch(c -> c instanceof SQLException e && isUnreachable(e));
    var message = "The archive database " + databaseDialect.name() + ": " + reason(cause);
    return unreachable
        ? new ArchiveUnavailableException(message, cause)
        : new ArchiveException(message, cause);
  }

  /// The database's own message.
  static String reason(Throwable cause) {
    var reason =
        CauseChain.of(cause).filter(SQLException.class::isInstance).reduce(cause, (_, c) -> c);
    return String.valueOf(reason.getMessage());
  }

  private static boolean isUnreachable(SQLException e) {
    return e instanceof SQLTransientConnectionException
        || (e.getSQLState() != null && UNREACHABLE.matcher(e.getSQLState()).matches());
  }

  private static HikariDataSource pool(String name, HikariConfig config) {
    config.setPoolName(name);
    return new HikariDataSource(config);
  }
}
