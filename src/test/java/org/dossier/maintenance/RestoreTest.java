package org.dossier.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Objects;
import org.dossier.database.DataFolder;
import org.dossier.database.Database;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A backup becomes an archive again, or nothing changes.
class RestoreTest {
  @TempDir private Path folder;
  private Path file;
  private Path data;

  @BeforeEach
  void backUp() {
    file = folder.resolve("town.backup");
    data = folder.resolve("restored");
    try (var townFixture = TownFixture.filled(folder.resolve("data"))) {
      townFixture.backups().write(file, _ -> {});
    }
  }

  @Test
  void aRestoredArchiveEqualsTheBackedUpOne() {
    var restored = restore(false);

    assertThat(restored.kept()).isNull();
    try (var townFixture = TownFixture.opened(data);
        var original = TownFixture.opened(folder.resolve("data"))) {
      assertThat(townFixture.archive.list(null, 10)).isEqualTo(original.archive.list(null, 10));
      assertThat(townFixture.archive.isWithdrawn("rumour")).isTrue();
      assertThat(townFixture.archive.identity()).isNotEqualTo(original.archive.identity());
      for (var sum : restored.manifest().tables()) {
        if (!sum.table().equals("archive")) {
          var there = townFixture.database.read(handle -> new TableRows(handle, sum.table()).sum());
          assertThat(there).isEqualTo(sum);
        }
      }
      // Its vectors are included: none is missing.
      int backlog =
          townFixture
              .index()
              .search(indexSnapshot -> indexSnapshot.passages() - indexSnapshot.vectors());
      assertThat(backlog).isZero();
      assertThat(townFixture.verified().sound()).isTrue();
    }
  }

  @Test
  void anEmptyDatabaseFileCountsAsEmpty() throws IOException {
    Files.createDirectories(data);
    Files.createFile(data.resolve("archive.db"));

    assertThat(restore(false).kept()).isNull();

    try (var townFixture = TownFixture.opened(data)) {
      assertThat(townFixture.archive.find("bridge")).isPresent();
    }
  }

  @Test
  void aNonEmptyArchiveIsReplacedOnlyOnRequestAndKept() throws IOException {
    try (var townFixture = TownFixture.opened(data)) {
      townFixture.put("own", "It is ours.");
    }
    assertThatThrownBy(() -> restore(false))
        .isInstanceOf(MaintenanceException.class)
        .hasMessageContaining("holds articles or conversations")
        .hasMessageContaining("--replace");
    try (var townFixture = TownFixture.opened(data)) {
      assertThat(townFixture.archive.find("own")).isPresent();
    }

    var kept = Objects.requireNonNull(restore(true).kept());

    try (var townFixture = TownFixture.opened(data)) {
      assertThat(townFixture.archive.find("own")).isEmpty();
      assertThat(townFixture.archive.find("bridge")).isPresent();
    }
    try (var before = Database.open(kept)) {
      int own =
          before.read(handle ->
              handle.createQuery("SELECT count(*) FROM article").mapTo(Integer.class).one());
      assertThat(own).isEqualTo(1);
    }
  }

  @Test
  void articlesWithdrawnSinceTheBackupAreReported() {
    try (var townFixture = TownFixture.opened(data)) {
      townFixture.put("market", "Tomatoes.");
      townFixture.archive.delete("market");
      townFixture.put("other", "Other.");
      townFixture.archive.delete("other");
    }

    assertThat(restore(true).returned()).containsExactly("market");
  }

  @Test
  void anEmptyArchiveIsReplacedWithoutConfirmation() {
    TownFixture.opened(data).close();
    restore(false);
    try (var townFixture = TownFixture.opened(data)) {
      assertThat(townFixture.archive.find("bridge")).isPresent();
    }
  }

  @Test
  void aDamagedArchiveIsReplacedOnRequestAndKept() throws IOException {
    Files.createDirectories(data);
    Files.writeString(data.resolve("archive.db"), "no database at all");
    Files.writeString(data.resolve("archive.db-wal"), "nor is this a log of one");

    assertThatThrownBy(() -> restore(false)).hasMessageContaining("cannot be read");
    var kept = restore(true).kept();

    assertThat(kept).hasContent("no database at all");
    try (var townFixture = TownFixture.opened(data)) {
      assertThat(townFixture.archive.find("bridge")).isPresent();
    }
  }

  @Test
  void aDamagedBackupIsRejectedWithoutChanges() throws IOException {
    try (var townFixture = TownFixture.opened(data)) {
      townFixture.put("own", "It is ours.");
    }
    var bytes = Files.readAllBytes(file);
    bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf("Ada Quill")] ^= 1;
    Files.write(file, bytes);

    assertThatThrownBy(() -> restore(true)).isInstanceOf(MaintenanceException.class);
    try (var townFixture = TownFixture.opened(data)) {
      assertThat(townFixture.archive.find("own")).isPresent();
    }
  }

  @Test
  void aFileThatIsNoBackupIsRejected() throws IOException {
    assertThatThrownBy(() -> restore(Files.writeString(folder.resolve("notes"), "no")))
        .isInstanceOf(MaintenanceException.class);
    assertThatThrownBy(() -> restore(folder.resolve("nothing")))
        .isInstanceOf(MaintenanceException.class)
        .hasMessageContaining("does not exist");
    assertThatThrownBy(() -> restore(folder.resolve("data/archive.db")))
        .isInstanceOf(MaintenanceException.class)
        .hasMessageContaining("not a backup");
  }

  @Test
  void aBackupOfANewerProgramIsRejectedClearly() {
    change(
        """
        INSERT INTO schema_history
        SELECT 99, '99', 'future', type, 'migration/V99__future.sql', checksum, installed_by,
               installed_on, execution_time, success
        FROM schema_history WHERE version = '1'
        """);

    assertThatThrownBy(() -> restore(false))
        .isInstanceOf(MaintenanceException.class)
        .hasMessageContaining(
            "newer version of this program (schema 99, this version supports up to");
    assertThat(data.resolve("archive.db")).doesNotExist();
  }

  @Test
  void backupOfDevelopmentVersionIsRejected() {
    change("UPDATE schema_history SET script = 'migration/V1__archive.sql' WHERE version = '1'");

    assertThatThrownBy(() -> restore(false))
        .isInstanceOf(MaintenanceException.class)
        .hasMessageContaining("development version of this program and cannot be upgraded");
    assertThat(data.resolve("archive.db")).doesNotExist();
  }

  private void change(String statement) {
    Jdbi.create("jdbc:sqlite:" + file).useHandle(handle -> handle.execute(statement));
  }

  private Restored restore(boolean replace) {
    try (var held = DataFolder.open(data)) {
      var steps = new ArrayList<String>();
      var restored = new Restore(held, TownFixture.CLOCK).restore(file, replace, steps::add);
      assertThat(steps).contains("verifying the backup", "copying the backup");
      return restored;
    }
  }

  private Restored restore(Path other) {
    try (var held = DataFolder.open(data)) {
      return new Restore(held, TownFixture.CLOCK).restore(other, false, _ -> {});
    }
  }
}
