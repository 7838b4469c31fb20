package org.dossier.database;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Locks among the processes that share an archive. The process that acquires a lock does that work
/// for all of them, until it releases the lock or dies. Safe for any number of threads.
///
/// Each process increments a heartbeat in its own row once a second and reads the other rows. A
/// process whose heartbeat does not change over several reads is considered dead, and its locks are
/// released. No clock is read, neither the process's nor the database's, so a clock that jumps has
/// no effect. A process that was only suspended for a while loses its locks too. Work that must not
/// be done twice must therefore run in a transaction in which [#isHeld] is true.
///
/// An archive in a file has only one process, which holds every lock.
public final class ClusterLocks implements AutoCloseable {
  private static final Logger LOG = System.getLogger(ClusterLocks.class.getName());
  private static final Duration HEARTBEAT_INTERVAL = Duration.ofSeconds(1);
  private static final int READS_UNTIL_DEAD = 4;

  private final Database database;
  private final String process = name();
  private final Map<String, Observation> observation = new HashMap<>();
  private final Set<String> unreleased = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closing = new CountDownLatch(1);
  private boolean begun;

  ClusterLocks(Database database) {
    this.database = database;
  }

  /// An identifier for people who inspect the database: host name, process id, and a random part
  /// that distinguishes this process from an earlier one with the same id.
  private static String name() {
    return String.join(
        "/",
        System.getenv().getOrDefault("HOSTNAME", "host"),
        Long.toString(ProcessHandle.current().pid()),
        UUID.randomUUID().toString());
  }

  /// @param beat last heartbeat seen of the other process
  /// @param reads number of reads that saw this heartbeat
  private record Observation(long beat, int reads) {
    static Observation first(long beat) {
      return new Observation(beat, 1);
    }

    Observation again(long now) {
      return now == beat ? new Observation(beat, reads + 1) : first(now);
    }

    boolean isDead() {
      return reads > READS_UNTIL_DEAD;
    }
  }

  /// Acquires the lock `name` for this process, unless another process holds it.
  ///
  /// @return true if this process holds the lock now, newly or already before
  /// @throws ArchiveException if the database fails
  public boolean tryAcquire(String name) {
    if (!database.isShared()) {
      return true;
    }
    unreleased.remove(name);
    return asProcess((handle, _) -> {
      handle.execute(
          "INSERT INTO cluster_lock (name, process_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
          name,
          process);
      return isHeld(handle, name);
    });
  }

  /// Runs `work` like [Database#writeUnordered] while this process is in the table `process`: rows
  /// that refer to it are deleted when the process dies. Only for a database that several processes
  /// use.
  ///
  /// @param work receives the id of this process
  /// @throws ArchiveException if the database fails
  public <T extends @Nullable Object> T asProcess(BiFunction<Handle, String, T> work) {
    startHeartbeat();
    return database.writeUnordered(handle -> {
      // If another process considered this one dead, it deleted this row and the locks with it.
      handle.execute(
          "INSERT INTO process (id, heartbeat) VALUES (?, 0) ON CONFLICT DO NOTHING", process);
      return work.apply(handle, process);
    });
  }

  /// True if this process holds the lock, within a transaction.
  public boolean isHeld(Handle handle, String name) {
    return !database.isShared()
        || handle
            .createQuery("SELECT 1 FROM cluster_lock WHERE name = :name AND process_id = :process")
            .bind("name", name)
            .bind("process", process)
            .mapTo(Integer.class)
            .findOne()
            .isPresent();
  }

  /// Releases the lock `name`. If the database is unreachable, a later heartbeat releases it. Does
  /// nothing if this process does not hold the lock.
  public void release(String name) {
    if (!database.isShared()) {
      return;
    }
    try {
      database.writeUnordered(handle ->
          handle.execute(
              "DELETE FROM cluster_lock WHERE name = ? AND process_id = ?", name, process));
    } catch (ArchiveException e) {
      LOG.log(Level.DEBUG, "A lock will be released later", e);
      unreleased.add(name);
    }
  }

  /// Releases all locks: immediately if the database is reachable, otherwise when the heartbeat is
  /// missed.
  @Override
  public synchronized void close() {
    closing.countDown();
    if (!begun) {
      return;
    }
    begun = false;
    try {
      database.writeUnordered(
          handle -> handle.execute("DELETE FROM process WHERE id = ?", process));
    } catch (ArchiveException e) {
      LOG.log(Level.DEBUG, "The other processes will notice the missing heartbeat", e);
    }
  }

  /// The other live processes on the archive, by host name, process id and a random part. A process
  /// is live if its heartbeat changes. Takes two seconds if the database lists any other process.
  public List<String> otherProcesses() throws InterruptedException {
    if (!database.isShared()) {
      return List.of();
    }
    var before = readHeartbeats();
    if (before.isEmpty()) {
      return List.of();
    }
    closing.await(2 * HEARTBEAT_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    var now = readHeartbeats();
    now.entrySet().removeAll(before.entrySet());
    return now.keySet().stream().sorted().toList();
  }

  private synchronized void startHeartbeat() {
    if (!begun && closing.getCount() > 0) {
      begun = true;
      Thread.ofPlatform().name("cluster-locks").daemon().start(this::run);
    }
  }

  private void run() {
    try {
      do {
        sendHeartbeat();
      } while (!closing.await(HEARTBEAT_INTERVAL.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void sendHeartbeat() {
    try {
      database.writeUnordered(handle ->
          handle.execute("UPDATE process SET heartbeat = heartbeat + 1 WHERE id = ?", process));
      checkOtherProcesses();
      List.copyOf(unreleased).forEach(this::releaseAgain);
    } catch (ArchiveUnavailableException e) {
      // Other processes cannot read the heartbeats either, so none is considered dead in the
      // meantime.
      LOG.log(Level.DEBUG, "The database is unreachable", e);
    } catch (RuntimeException e) {
      // A process that is shutting down may already have closed the database.
      var level = closing.getCount() == 0 ? Level.DEBUG : Level.WARNING;
      LOG.log(level, "The heartbeat failed; another process may take over this one's locks", e);
    }
  }

  private void releaseAgain(String name) {
    if (unreleased.remove(name)) {
      release(name);
    }
  }

  private void checkOtherProcesses() {
    var beats = readHeartbeats();
    observation.keySet().retainAll(beats.keySet());
    beats.forEach((id, beat) ->
        observation.merge(id, Observation.first(beat), (before, now) -> before.again(now.beat())));
    observation.forEach((id, last) -> {
      if (last.isDead()) {
        removeDead(id, last.beat());
      }
    });
  }

  private Map<String, Long> readHeartbeats() {
    return database.<Map<String, Long>>read(handle ->
        handle
            .createQuery("SELECT id, heartbeat FROM process WHERE id <> :process")
            .bind("process", process)
            .reduceRows(
                new HashMap<>(),
                (found, row) -> {
                  found.put(
                      row.getColumn("id", String.class), row.getColumn("heartbeat", Long.class));
                  return found;
                }));
  }

  private void removeDead(String dead, long beat) {
    int ended =
        database.<Integer>writeUnordered(handle ->
            handle.execute("DELETE FROM process WHERE id = ? AND heartbeat = ?", dead, beat));
    if (ended > 0) {
      LOG.log(Level.INFO, "Another process on the archive has died; its locks are released");
    }
  }
}
