package org.dossier.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.dossier.database.SqliteFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tests of the content of a backup, and of the guarantee that only a complete one gets its name.
class BackupsTest {
  @TempDir private Path folder;
  private TownFixture townFixture;
  private Path file;

  @BeforeEach
  void fill() {
    townFixture = TownFixture.filled(folder.resolve("data"));
    file = folder.resolve("town.backup");
  }

  @AfterEach
  void close() {
    townFixture.close();
  }

  @Test
  void aBackupContainsAllTablesUnchanged() {
    var manifest = townFixture.backups().write(file, _ -> {});

    assertThat(manifest.articles()).isEqualTo(2);
    assertThat(manifest.rowsOf("article")).isEqualTo(3);
    assertThat(manifest.rowsOf("article_version")).isEqualTo(3);
    assertThat(manifest.rowsOf("embedding")).isEqualTo(2);
    assertThat(manifest.rowsOf("turn")).isEqualTo(1);
    assertThat(manifest.made()).isEqualTo(TownFixture.CLOCK.instant());
    assertThat(manifest.schema()).isEqualTo(SqliteFile.newestSchema());
    for (var sum : manifest.tables()) {
      var there = townFixture.database.read(handle -> new TableRows(handle, sum.table()).sum());
      assertThat(there).isEqualTo(sum);
    }
    assertThat(BackupFile.manifest(file)).isEqualTo(manifest);
    assertThat(BackupFile.verify(file).sound()).isTrue();
    assertThat(folder).isDirectoryContaining("glob:**town.backup");
    assertThat(folder.resolve("town.backup.part")).doesNotExist();
  }

  @Test
  void olderBackupsAreDeletedAndOtherFilesKept() throws IOException {
    var names = List.of("a.backup", "b.backup", "c.backup");
    for (int i = 0; i < names.size(); i++) {
      var written = folder.resolve(names.get(i));
      townFixture.backups().write(written, _ -> {});
      Files.setLastModifiedTime(written, FileTime.from(Instant.EPOCH.plusSeconds(i)));
    }
    Files.writeString(folder.resolve("letter.backup"), "Dear archive,");

    BackupFile.keepNewest(2, folder.resolve("c.backup"));

    assertThat(folder.resolve("a.backup")).doesNotExist();
    assertThat(folder.resolve("b.backup")).exists();
    assertThat(folder.resolve("c.backup")).exists();
    assertThat(folder.resolve("letter.backup")).exists();
  }

  @Test
  void aBackupIsConsistentAndDoesNotBlockWriters() {
    IntStream.range(0, 1_000).forEach(i -> townFixture.put("many/" + i, "Number " + i + " came."));
    var written = new AtomicBoolean();

    var manifest =
        townFixture
            .backups()
            .write(
                file,
                rows -> {
                  if (!written.getAndSet(true)) {
                    // Runs while the backup reads; if it had to wait, the test would never end.
                    townFixture.put("late", "It came late.");
                    townFixture.archive.delete("market");
                  }
                });

    assertThat(written).isTrue();
    assertThat(manifest.rowsOf("article")).isEqualTo(1_003);
    assertThat(BackupFile.verify(file).sound()).isTrue();
    assertThat(townFixture.archive.find("late")).isPresent();
  }

  @Test
  void aBackupReplacesOnlyBackups() throws IOException {
    townFixture.backups().write(file, _ -> {});
    townFixture.put("more", "More came.");
    assertThat(townFixture.backups().write(file, _ -> {}).rowsOf("article")).isEqualTo(4);

    var thesis = Files.writeString(folder.resolve("thesis.txt"), "All I have.");
    assertThatThrownBy(() -> townFixture.backups().write(thesis, _ -> {}))
        .isInstanceOf(MaintenanceException.class)
        .hasMessageContaining("is not a backup");
    assertThat(thesis).hasContent("All I have.");
    assertThatThrownBy(() -> townFixture.backups().write(townFixture.folder.database(), _ -> {}))
        .isInstanceOf(MaintenanceException.class);
  }

  @Test
  void aFailedBackupKeepsTheExistingFile() {
    var first = townFixture.backups().write(file, _ -> {});

    assertThatThrownBy(() ->
            townFixture
                .backups()
                .write(
                    file,
                    rows -> {
                      throw new IllegalStateException("the machine is on fire");
                    }))
        .hasMessage("the machine is on fire");

    assertThat(BackupFile.manifest(file)).isEqualTo(first);
    assertThat(folder.resolve("town.backup.part")).doesNotExist();
  }

  @Test
  void anUnwritableBackupIsReportedByName() {
    var nowhere = folder.resolve("missing/town.backup");
    assertThatThrownBy(() -> townFixture.backups().write(nowhere, _ -> {}))
        .isInstanceOf(MaintenanceException.class)
        .hasMessageContaining("missing/town.backup");
  }

  @Test
  void everyChangedByteIsFound() throws IOException {
    townFixture.backups().write(file, _ -> {});
    var sound = Files.readAllBytes(file);
    for (var words : new String[] {"Ada Quill", "Tomatoes", "Lune Gazette", "When?"}) {
      var bytes = sound.clone();
      bytes[placeOf(words, bytes)] ^= 1;
      Files.write(file, bytes);

      assertThat(BackupFile.verify(file).sound()).as(words).isFalse();
      assertThatThrownBy(() -> BackupFile.readManifest(file))
          .isInstanceOf(MaintenanceException.class)
          .hasMessageContaining("is damaged");
    }
  }

  @Test
  void aFaultyArchiveIsBackedUpUnchanged() {
    townFixture.database.write(handle -> handle.execute("UPDATE embedding SET vector = x'00'"));

    townFixture.backups().write(file, _ -> {});

    assertThat(BackupFile.readManifest(file).articles()).isEqualTo(2);
    assertThat(BackupFile.verify(file).sound()).isFalse();
  }

  @Test
  void aTruncatedBackupIsFound() throws IOException {
    townFixture.backups().write(file, _ -> {});
    var sound = Files.readAllBytes(file);
    for (int length : new int[] {0, 50, 4096, sound.length / 2, sound.length - 4096}) {
      Files.write(file, Arrays.copyOf(sound, length));
      assertThatThrownBy(() -> BackupFile.readManifest(file))
          .as("%d bytes", length)
          .isInstanceOf(MaintenanceException.class);
    }
  }

  @Test
  void aReceivedBackupIsVerifiedFirst() throws IOException {
    townFixture.backups().write(file, _ -> {});
    var whole = Files.readAllBytes(file);
    var target = folder.resolve("arrived.backup");

    var half = new ByteArrayInputStream(whole, 0, whole.length / 2);
    assertThatThrownBy(() -> BackupFile.receive(half, target))
        .isInstanceOf(MaintenanceException.class);
    assertThat(target).doesNotExist();
    BackupFile.receive(new ByteArrayInputStream(whole), target);
    assertThat(target).hasBinaryContent(whole);
  }

  @Test
  void aStreamedBackupLeavesNoFile() throws IOException {
    var scratch = townFixture.folder.outgoingBackup();
    try (var stream = townFixture.backups().open(scratch)) {
      assertThat(scratch).doesNotExist();
      BackupFile.receive(stream, file);
    }
    assertThat(BackupFile.verify(file).sound()).isTrue();
  }

  @Test
  void aChecksumDependsOnRowsButNotOnTheirOrder() {
    var one = new TableChecksumAccumulator();
    var other = new TableChecksumAccumulator();
    var rows = new ArrayList<Map<String, Object>>();
    rows.add(Map.of("a", 1, "b", "x"));
    rows.add(Map.of("a", 2, "b", "y"));
    rows.forEach(one::add);
    rows.reversed().forEach(other::add);
    assertThat(one.checksum("t")).isEqualTo(other.checksum("t"));

    // Equal values in other columns give another checksum; equal numbers of any width give the
    // same.
    var wide = new TableChecksumAccumulator();
    wide.add(Map.of("a", 1L, "b", "x"));
    wide.add(Map.of("a", 2L, "b", "y"));
    assertThat(wide.checksum("t")).isEqualTo(one.checksum("t"));
    var swapped = new TableChecksumAccumulator();
    swapped.add(Map.of("a", 1, "b", "y"));
    swapped.add(Map.of("a", 2, "b", "x"));
    assertThat(swapped.checksum("t")).isNotEqualTo(one.checksum("t"));
  }

  private static int placeOf(String words, byte[] bytes) {
    int place =
        new String(bytes, StandardCharsets.ISO_8859_1)
            .indexOf(
                new String(words.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    assertThat(place).as(words).isPositive();
    return place;
  }
}
