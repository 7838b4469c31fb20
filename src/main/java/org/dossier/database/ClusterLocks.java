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
import org.jdbi.v3.core.Handle;

/// What one of the processes that share an archive does for all of them: whoever has claimed it
/// does it, until it releases the claim or dies. Safe for any number of threads.
///
/// Each process counts on in a row of its own, once a second, and looks at the others' rows. One
/// whose count stands still for several looks is taken for dead and its claims end. No clock is
/// asked, neither a process's nor the database's, so none can lead astray by jumping. A process
/// that was only stopped for a while loses its claims too: what must not be done twice is to be
/// done only in a transaction in which it [#has] the claim.
///
/// An archive in a file has one process only, which has every claim.
public final class ClusterLocks implements AutoCloseable {
  private static final Logger LOG = System.getLogger(ClusterLocks.class.getName());
  private static final Duration BETWEEN_BEATS = Duration.ofSeconds(1);
  private static final int LOOKS_UNTIL_DEAD = 4;

  private final Database database;
  private final String process = name();
  private final Map<String, Seen> seen = new HashMap<>();
  private final Set<String> unreleased = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closing = new CountDownLatch(1);
  private boolean begun;

  ClusterLocks(Database database) {
    this.database = database;
  }

  /// For people who look into the database: machine and number of the process, and what tells it
  /// from an earlier one of the same number.
  private static String name() {
    return String.join(
        "/",
        System.getenv().getOrDefault("HOSTNAME", "host"),
        Long.toString(ProcessHandle.current().pid()),
        UUID.randomUUID().toString());
  }

  /// @param beat what the other process had counted to
  /// @param looks how often that was seen
  private record Seen(long beat, int looks) {
    static Seen first(long beat) {
      return new Seen(beat, 1);
    }

    Seen again(long now) {
      return now == beat ? new Seen(beat, looks + 1) : first(now);
    }

    boolean isDead() {
      return looks > LOOKS_UNTIL_DEAD;
    }
  }

  /// Claims `name` for this process, unless another one has it.
  ///
  /// @return whether this process has it now, be it since long
  /// @throws ArchiveException if the database fails
  public boolean claim(String name) {
    if (!database.isShared()) {
      return true;
    }
    begin();
    unreleased.remove(name);
    return database.writeUnordered(handle -> {
      // Whoever took this process for dead has deleted it, and what it had.
      handle.execute(
          "INSERT INTO process (id, beat) VALUES (?, 0) ON CONFLICT DO NOTHING", process);
      handle.execute(
          "INSERT INTO claim (name, process) VALUES (?, ?) ON CONFLICT DO NOTHING", name, process);
      return has(handle, name);
    });
  }

  /// Whether this process has the claim, within a transaction.
  public boolean has(Handle handle, String name) {
    return !database.isShared()
        || handle
            .createQuery("SELECT 1 FROM claim WHERE name = :name AND process = :process")
            .bind("name", name)
            .bind("process", process)
            .mapTo(Integer.class)
            .findOne()
            .isPresent();
  }

  /// Leaves `name` to others; later, where the database cannot be reached. Does nothing where this
  /// process does not have it.
  public void release(String name) {
    if (!database.isShared()) {
      return;
    }
    try {
      database.writeUnordered(handle ->
          handle.execute("DELETE FROM claim WHERE name = ? AND process = ?", name, process));
    } catch (ArchiveException e) {
      LOG.log(Level.DEBUG, "a claim is released later", e);
      unreleased.add(name);
    }
  }

  /// Leaves all claims to others; at once, where the database can be reached.
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
      LOG.log(Level.DEBUG, "the others find out by themselves", e);
    }
  }

  /// The other processes that work on the archive now, by machine, number and a name of their own:
  /// those that are seen to count on. Takes two seconds where there is a trace of one.
  public List<String> others() throws InterruptedException {
    if (!database.isShared()) {
      return List.of();
    }
    var before = beats();
    if (before.isEmpty()) {
      return List.of();
    }
    closing.await(2 * BETWEEN_BEATS.toMillis(), TimeUnit.MILLISECONDS);
    var now = beats();
    now.entrySet().removeAll(before.entrySet());
    return now.keySet().stream().sorted().toList();
  }

  private synchronized void begin() {
    if (!begun && closing.getCount() > 0) {
      begun = true;
      Thread.ofPlatform().name("claims").daemon().start(this::run);
    }
  }

  private void run() {
    try {
      do {
        beat();
      } while (!closing.await(BETWEEN_BEATS.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void beat() {
    try {
      database.writeUnordered(
          handle -> handle.execute("UPDATE process SET beat = beat + 1 WHERE id = ?", process));
      look();
      List.copyOf(unreleased).forEach(this::releaseAgain);
    } catch (ArchiveUnavailableException e) {
      // Others cannot look either, so nobody is taken for dead meanwhile.
      LOG.log(Level.DEBUG, "the database cannot be reached", e);
    } catch (RuntimeException e) {
      // Who ends has closed the database, perhaps.
      var level = closing.getCount() == 0 ? Level.DEBUG : Level.WARNING;
      LOG.log(level, "What this process does for others may be taken over", e);
    }
  }

  private void releaseAgain(String name) {
    if (unreleased.remove(name)) {
      release(name);
    }
  }

  private void look() {
    var beats = beats();
    seen.keySet().retainAll(beats.keySet());
    beats.forEach(
        (id, beat) -> seen.merge(id, Seen.first(beat), (before, now) -> before.again(now.beat())));
    seen.forEach((id, last) -> {
      if (last.isDead()) {
        end(id, last.beat());
      }
    });
  }

  private Map<String, Long> beats() {
    return database.<Map<String, Long>>read(handle ->
        handle
            .createQuery("SELECT id, beat FROM process WHERE id <> :process")
            .bind("process", process)
            .reduceRows(
                new HashMap<>(),
                (found, row) -> {
                  found.put(row.getColumn("id", String.class), row.getColumn("beat", Long.class));
                  return found;
                }));
  }

  private void end(String dead, long beat) {
    int ended =
        database.<Integer>writeUnordered(
            handle -> handle.execute("DELETE FROM process WHERE id = ? AND beat = ?", dead, beat));
    if (ended > 0) {
      LOG.log(Level.INFO, "Another process on the archive is gone; its work is taken over");
    }
  }
}
