package org.dossier.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class ClusterLocksTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void aFreeLockIsAcquired(Storage storage) {
    try (var database = storage.open(folder)) {
      var clusterLocks = database.clusterLocks();

      assertThat(clusterLocks.tryAcquire("a")).isTrue();
      assertThat(clusterLocks.tryAcquire("a")).isTrue();
      assertThat(has(database, "a")).isTrue();
      clusterLocks.release("a");
      clusterLocks.release("never claimed");
      assertThat(clusterLocks.tryAcquire("a")).isTrue();
    }
  }

  @Test
  void aLockIsExclusiveUntilReleased() {
    try (var one = Storage.POSTGRESQL.open(folder);
        var other = Storage.POSTGRESQL.open(folder)) {
      assertThat(one.clusterLocks().tryAcquire("a")).isTrue();
      assertThat(other.clusterLocks().tryAcquire("a")).isFalse();
      assertThat(other.clusterLocks().tryAcquire("b")).isTrue();
      assertThat(has(other, "a")).isFalse();
      other.clusterLocks().release("a");
      assertThat(has(one, "a")).isTrue();

      one.clusterLocks().release("a");

      assertThat(other.clusterLocks().tryAcquire("a")).isTrue();
      assertThat(one.clusterLocks().tryAcquire("a")).isFalse();
    }
  }

  @Test
  void closingReleasesAllLocksImmediately() {
    try (var other = Storage.POSTGRESQL.open(folder)) {
      try (var one = Storage.POSTGRESQL.open(folder)) {
        assertThat(one.clusterLocks().tryAcquire("a")).isTrue();
      }
      assertThat(other.clusterLocks().tryAcquire("a")).isTrue();
    }
  }

  @Test
  void locksOfADeadProcessAreReleased() {
    try (var database = Storage.POSTGRESQL.open(folder)) {
      database.write(
          handle -> handle.execute("INSERT INTO process (id, heartbeat) VALUES ('dead', 7)"));
      database.write(handle ->
          handle.execute("INSERT INTO cluster_lock (name, process_id) VALUES ('a', 'dead')"));

      awaitClaim(database, "a");
    }
  }

  @Test
  void aLiveProcessKeepsItsLocks() {
    try (var one = Storage.POSTGRESQL.open(folder);
        var other = Storage.POSTGRESQL.open(folder)) {
      assertThat(one.clusterLocks().tryAcquire("kept")).isTrue();
      // If the live process's lock were taken over as well, it would be by the time the dead
      // process's lock is.
      one.write(handle -> handle.execute("INSERT INTO process (id, heartbeat) VALUES ('dead', 7)"));
      one.write(handle ->
          handle.execute("INSERT INTO cluster_lock (name, process_id) VALUES ('left', 'dead')"));

      awaitClaim(other, "left");

      assertThat(other.clusterLocks().tryAcquire("kept")).isFalse();
      assertThat(has(one, "kept")).isTrue();
    }
  }

  @Test
  void aProcessConsideredDeadLosesAndMayReacquireLocks() {
    try (var one = Storage.POSTGRESQL.open(folder);
        var other = Storage.POSTGRESQL.open(folder)) {
      assertThat(one.clusterLocks().tryAcquire("a")).isTrue();
      other.write(handle -> handle.execute("DELETE FROM process"));

      assertThat(has(one, "a")).isFalse();
      assertThat(other.clusterLocks().tryAcquire("a")).isTrue();
      assertThat(one.clusterLocks().tryAcquire("a")).isFalse();
      assertThat(one.clusterLocks().tryAcquire("b")).isTrue();
    }
  }

  private static void awaitClaim(Database database, String name) {
    while (!database.clusterLocks().tryAcquire(name)) {
      Thread.onSpinWait();
    }
  }

  private static boolean has(Database database, String name) {
    return database.<Boolean>read(handle -> database.clusterLocks().isHeld(handle, name));
  }
}
