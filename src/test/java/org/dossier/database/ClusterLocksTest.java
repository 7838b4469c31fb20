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
  void aClaimThatNobodyHasIsGranted(Storage storage) {
    try (var database = storage.open(folder)) {
      var clusterLocks = database.claims();

      assertThat(clusterLocks.claim("a")).isTrue();
      assertThat(clusterLocks.claim("a")).isTrue();
      assertThat(has(database, "a")).isTrue();
      clusterLocks.release("a");
      clusterLocks.release("never claimed");
      assertThat(clusterLocks.claim("a")).isTrue();
    }
  }

  @Test
  void ofTwoProcessesOneHasAClaimUntilItReleasesIt() {
    try (var one = Storage.POSTGRESQL.open(folder);
        var other = Storage.POSTGRESQL.open(folder)) {
      assertThat(one.claims().claim("a")).isTrue();
      assertThat(other.claims().claim("a")).isFalse();
      assertThat(other.claims().claim("b")).isTrue();
      assertThat(has(other, "a")).isFalse();
      other.claims().release("a");
      assertThat(has(one, "a")).isTrue();

      one.claims().release("a");

      assertThat(other.claims().claim("a")).isTrue();
      assertThat(one.claims().claim("a")).isFalse();
    }
  }

  @Test
  void aProcessThatEndsLeavesItsClaimsAtOnce() {
    try (var other = Storage.POSTGRESQL.open(folder)) {
      try (var one = Storage.POSTGRESQL.open(folder)) {
        assertThat(one.claims().claim("a")).isTrue();
      }
      assertThat(other.claims().claim("a")).isTrue();
    }
  }

  @Test
  void aProcessThatDiesLosesItsClaims() {
    try (var database = Storage.POSTGRESQL.open(folder)) {
      database.write(handle -> handle.execute("INSERT INTO process (id, beat) VALUES ('dead', 7)"));
      database.write(
          handle -> handle.execute("INSERT INTO claim (name, process) VALUES ('a', 'dead')"));

      awaitClaim(database, "a");
    }
  }

  @Test
  void aProcessThatLivesKeepsItsClaimsWhileOthersWaitForThem() {
    try (var one = Storage.POSTGRESQL.open(folder);
        var other = Storage.POSTGRESQL.open(folder)) {
      assertThat(one.claims().claim("kept")).isTrue();
      // By the time that the dead one's is taken over, the living one's would be, too.
      one.write(handle -> handle.execute("INSERT INTO process (id, beat) VALUES ('dead', 7)"));
      one.write(
          handle -> handle.execute("INSERT INTO claim (name, process) VALUES ('left', 'dead')"));

      awaitClaim(other, "left");

      assertThat(other.claims().claim("kept")).isFalse();
      assertThat(has(one, "kept")).isTrue();
    }
  }

  @Test
  void aProcessThatWasTakenForDeadKnowsAndMayClaimAgain() {
    try (var one = Storage.POSTGRESQL.open(folder);
        var other = Storage.POSTGRESQL.open(folder)) {
      assertThat(one.claims().claim("a")).isTrue();
      other.write(handle -> handle.execute("DELETE FROM process"));

      assertThat(has(one, "a")).isFalse();
      assertThat(other.claims().claim("a")).isTrue();
      assertThat(one.claims().claim("a")).isFalse();
      assertThat(one.claims().claim("b")).isTrue();
    }
  }

  private static void awaitClaim(Database database, String name) {
    while (!database.claims().claim(name)) {
      Thread.onSpinWait();
    }
  }

  private static boolean has(Database database, String name) {
    return database.<Boolean>read(handle -> database.claims().has(handle, name));
  }
}
