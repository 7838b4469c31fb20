package org.dossier.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Objects;
import org.dossier.archive.Archive;
import org.dossier.database.DataFolder;
import org.dossier.database.Database;
import org.dossier.database.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A backup is restored from a file to a real PostgreSQL and back, and has the same content
/// everywhere.
class ServerRestoreTest {
  @TempDir private Path folder;

  @Test
  void aBackupMovesFromFileToServerAndBack() {
    var first = folder.resolve("first.backup");
    var second = folder.resolve("second.backup");
    Manifest manifest;
    try (var townFixture = TownFixture.filled(folder.resolve("town"))) {
      manifest = townFixture.backups().write(first, _ -> {});
    }
    try (var data = DataFolder.open(folder.resolve("data"));
        var database = Database.open(TestServer.database(folder))) {
      var restored =
          new ServerRestore(database, data, TownFixture.CLOCK).restore(first, false, _ -> {});
      assertThat(restored.kept()).isNull();
      assertThat(restored.manifest()).isEqualTo(manifest);
      var again = new Backups(database, TownFixture.CLOCK).write(second, _ -> {});
      assertThat(again.tables())
          .filteredOn(sum -> !sum.table().equals("archive"))
          .isSubsetOf(manifest.tables())
          .hasSize(manifest.tables().size() - 1);
      assertThat(database.read(ContentChecks::run)).allMatch(IntegrityCheck::passed);
    }
    try (var data = DataFolder.open(folder.resolve("back"))) {
      new Restore(data, TownFixture.CLOCK).restore(second, false, _ -> {});
    }
    try (var townFixture = TownFixture.opened(folder.resolve("back"));
        var original = TownFixture.opened(folder.resolve("town"))) {
      assertThat(townFixture.archive.list(null, 10)).isEqualTo(original.archive.list(null, 10));
      assertThat(townFixture.verified().sound()).isTrue();
    }
  }

  @Test
  void aNonEmptyDatabaseIsReplacedOnlyOnRequestAndKept() {
    var file = folder.resolve("town.backup");
    try (var townFixture = TownFixture.filled(folder.resolve("town"))) {
      townFixture.backups().write(file, _ -> {});
    }
    try (var data = DataFolder.open(folder.resolve("data"));
        var database = Database.open(TestServer.database(folder))) {
      var restore = new ServerRestore(database, data, TownFixture.CLOCK);
      restore.restore(file, false, _ -> {});
      var archive = new Archive(database, TownFixture.CLOCK);
      var identity = archive.identity();
      archive.delete("market");

      assertThatThrownBy(() -> restore.restore(file, false, _ -> {}))
          .isInstanceOf(MaintenanceException.class)
          .hasMessageContaining("--replace");
      assertThat(archive.find("market")).isEmpty();

      var restored = restore.restore(file, true, _ -> {});
      assertThat(restored.returned()).containsExactly("market");
      assertThat(archive.find("market")).isPresent();
      assertThat(archive.identity()).isNotEqualTo(identity);
      var kept = Objects.requireNonNull(restored.kept());
      assertThat(BackupFile.verify(kept).sound()).isTrue();
    }
  }

  @Test
  void aDatabaseInUseIsNotReplaced() {
    var file = folder.resolve("town.backup");
    try (var townFixture = TownFixture.filled(folder.resolve("town"))) {
      townFixture.backups().write(file, _ -> {});
    }
    var url = TestServer.database(folder);
    try (var data = DataFolder.open(folder.resolve("data"));
        var database = Database.open(url)) {
      var restore = new ServerRestore(database, data, TownFixture.CLOCK);
      try (var other = Database.open(url)) {
        other.clusterLocks().tryAcquire("embedding");

        assertThatThrownBy(() -> restore.restore(file, false, _ -> {}))
            .isInstanceOf(MaintenanceException.class)
            .hasMessageContaining("in use by")
            .hasMessageContaining("Stop these processes");
        assertThat(new Archive(database, TownFixture.CLOCK).find("market")).isEmpty();
      }
      database.write(
          handle -> handle.execute("INSERT INTO process (id, heartbeat) VALUES ('dead', 7)"));

      restore.restore(file, false, _ -> {});
      assertThat(new Archive(database, TownFixture.CLOCK).find("market")).isPresent();
    }
  }
}
