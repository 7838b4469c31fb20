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

/// The SQL database of an archive: a SQLite file, or a PostgreSQL database. What [#write] has
/// returned is on disk, whatever happens to the process or the machine afterwards.
///
/// Safe for any number of threads: reads run side by side, each on one consistent state; writes
/// happen one after another and never wait for a read. One process at a time works on a file
/// ([DataFolder] sees to that; [#openBeside] is for those who do not); on a PostgreSQL database
/// several may work, and what holds for threads holds for all of theirs.
public final class Database implements AutoCloseable {
  /// Where the connection broke, cannot be had, or the server is starting or stopping (SQLSTATE).
  private static final Pattern UNREACHABLE = Pattern.compile("08...|57P0[1-5]|53300");

  /// What these tell of their inner life is of no use to whoever runs the program; their failures
  /// reach the caller. Kept here since a logger that nobody holds forgets its level.
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

  /// Waiting here is free of time limits, unlike waiting for a connection; first come, first
  /// served.
  private final ReentrantLock writeLock = new ReentrantLock(true);

  private Database(DatabaseDialect databaseDialect) {
    this.databaseDialect = databaseDialect;
    writing = pool("archive-writer", databaseDialect.writing());
    reading = pool("archive-reader", databaseDialect.reading());
    writer = Jdbi.create(writing);
    reader = Jdbi.create(reading);
    databaseDialect.prepare(writer);
    databaseDialect.prepare(reader);
  }

  /// Opens the database in `file`, which is created where there is none and brought to the newest
  /// schema where it has an older one. The folder it lies in must be there.
  ///
  /// @throws ArchiveException naming the file if it cannot be read or written, is damaged, belongs
  ///   to something else or was written by a newer version of this program
  public static Database open(Path file) {
    var engine = new Sqlite(file.toAbsolutePath().normalize());
    engine.createMissing();
    return open(engine);
  }

  /// Opens a PostgreSQL database, which is brought to the newest schema where it is empty or has an
  /// older one; where others are about that, they are waited for.
  ///
  /// @throws ArchiveException naming the database if it cannot be reached or used, belongs to
  ///   something else or was written by a newer version of this program
  public static Database open(PostgresSettings server) {
    return open(new Postgres(server));
  }

  private static Database open(DatabaseDialect databaseDialect) {
    Schema.migrate(databaseDialect);
    try {
      var database = new Database(databaseDialect);
      database.identify();
      return database;
    } catch (PoolInitializationException e) {
      throw failure(databaseDialect, e);
    }
  }

  /// Opens the database of a data folder that another process has, for a small change beside its
  /// own. SQLite lets several processes of one machine have a file in this mode; what this one must
  /// not do is to change the schema under the other.
  ///
  /// @throws ArchiveException naming the file if it is not there, or of another version
  public static Database openBeside(Path folder) {
    var file = DataFolder.database(folder).toAbsolutePath().normalize();
    if (!Files.exists(file)) {
      throw new ArchiveException(file + " is just being made: try again in a moment", null);
    }
    var engine = new Sqlite(file);
    Schema.require(engine);
    try {
      return new Database(engine);
    } catch (PoolInitializationException e) {
      throw failure(engine, e);
    }
  }

  private void identify() {
    write(handle ->
        handle.execute(
            "UPDATE archive SET identity = ? WHERE identity = ''", UUID.randomUUID().toString()));
  }

  /// Whether several processes may work on it at once.
  public boolean isShared() {
    return switch (databaseDialect) {
      case Sqlite _ -> false;
      case Postgres _ -> true;
    };
  }

  /// What one of the processes that share it does for all of them. Closed with it.
  public ClusterLocks claims() {
    return clusterLocks;
  }

  /// Runs `work` on one consistent state of the database, the newest at its first query, and
  /// returns what it returns. It may not write; the handle ends with the call.
  ///
  /// @throws ArchiveException if the database fails
  public <T extends @Nullable Object> T read(Function<Handle, T> work) {
    try {
      return reader.inTransaction(work::apply);
    } catch (JdbiException e) {
      throw failure(databaseDialect, e);
    }
  }

  /// Runs `work` in a transaction, on disk when this returns and without effect when it throws. A
  /// write within a write is part of it; a read within a write does not see it yet. The handle ends
  /// with the call.
  ///
  /// @throws ArchiveException if the database fails
  public <T extends @Nullable Object> T write(Function<Handle, T> work) {
    writeLock.lock();
    try {
      boolean begins = writeLock.getHoldCount() == 1;
      return writer.inTransaction(handle -> {
        if (begins) {
          databaseDialect.awaitTurn(handle);
        }
        return work.apply(handle);
      });
    } catch (JdbiException e) {
      throw failure(databaseDialect, e);
    } finally {
      writeLock.unlock();
    }
  }

  /// What the database finds wrong with its own files and references; nothing where all is well.
  public List<String> damage() {
    return switch (databaseDialect) {
      case Sqlite _ -> read(SqliteIntegrityCheck::of);
      // It looks after its own files, and after the references of every row that is written.
      case Postgres _ -> List.of();
    };
  }

  /// Moves what the log of an archive in a file has into the database itself, and empties the log:
  /// deleted words are overwritten in the database at once, but stay in its log until then. Waits
  /// for a write that is under way, and keeps no other waiting for longer than a tenth of a second.
  ///
  /// @return false if a read that is under way needs the log: to be called again then
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
      // Its log is the server's.
      case Postgres _ -> true;
    };
  }

  /// Runs `work` in a small transaction that waits for no write of other processes, and is free to
  /// be lost where the database's machine fails. Not to be called within a write.
  ///
  /// @throws ArchiveException if the database fails
  public <T extends @Nullable Object> T writeUnordered(Function<Handle, T> work) {
    return switch (databaseDialect) {
      case Sqlite _ -> write(work);
      case Postgres postgres -> {
        try {
          yield writer.inTransaction(handle -> {
            postgres.beginNote(handle);
            return work.apply(handle);
          });
        } catch (JdbiException e) {
          throw failure(databaseDialect, e);
        }
      }
    };
  }

  /// Lets a write that is under way finish; whoever reads or writes later gets an
  /// [ArchiveException].
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
    boolean unreachable = false;
    for (var c = cause; c != null; c = c.getCause()) {
      unreachable |= c instanceof SQLException e && isUnreachable(e);
    }
    var message = "The archive database " + databaseDialect.name() + ": " + reason(cause);
    return unreachable
        ? new ArchiveUnavailableException(message, cause)
        : new ArchiveException(message, cause);
  }

  /// What the database itself said.
  static String reason(Throwable cause) {
    var reason = cause;
    for (var c = cause; c != null; c = c.getCause()) {
      reason = c instanceof SQLException ? c : reason;
    }
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
