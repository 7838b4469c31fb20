package org.dossier.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.dossier.database.DataFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Only the user who runs the program may access the files that it writes.
class PermissionsTest {
  @TempDir private Path folder;
  private Path data;

  @BeforeEach
  void name() {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    data = folder.resolve("data");
  }

  @Test
  void filesInTheDataFolderAreOwnerOnly() throws IOException {
    try (var townFixture = TownFixture.filled(data)) {
      townFixture.index().commit();
      townFixture.put("later", "It came later.");
      townFixture.index().catchUp();

      assertThat(files(data)).anyMatch(file -> file.toString().endsWith("archive.db-wal"));
      assertOwnersAlone(data);
    }
    assertOwnersAlone(data);
  }

  @Test
  void readableFilesAreRestrictedAtTheNextStart() throws IOException {
    try (var townFixture = TownFixture.filled(data)) {
      townFixture.index().commit();
    }
    openToAll(data);

    DataFolder.open(data).close();

    assertOwnersAlone(data);
  }

  @Test
  void filesOfOthersAreNotChanged() throws IOException {
    Files.createDirectories(data);
    var notes = Files.writeString(data.resolve("notes.txt"), "Mine.");
    openToAll(data);

    TownFixture.filled(data).close();

    assertThat(mode(notes)).isEqualTo("rw-r--r--");
    assertThat(mode(data)).isEqualTo("rwxr-xr-x");
    assertThat(mode(data.resolve("archive.db"))).isEqualTo("rw-------");
  }

  @Test
  void backupsAndRestoredFilesAreOwnerOnly() throws IOException {
    var file = folder.resolve("town.backup");
    try (var townFixture = TownFixture.filled(data)) {
      townFixture.backups().write(file, _ -> {});
    }
    assertThat(mode(file)).isEqualTo("rw-------");
    var arrived = folder.resolve("arrived.backup");
    BackupFile.receive(new ByteArrayInputStream(Files.readAllBytes(file)), arrived);
    assertThat(mode(arrived)).isEqualTo("rw-------");
    openToAll(file);

    try (var restored = DataFolder.open(data)) {
      new Restore(restored, TownFixture.CLOCK).restore(file, true, _ -> {});
    }

    assertThat(files(data)).anyMatch(kept -> kept.toString().contains("replaced"));
    assertOwnersAlone(data);
  }

  private static void assertOwnersAlone(Path data) throws IOException {
    assertThat(files(data))
        .allSatisfy(path ->
            assertThat(mode(path))
                .as(path.toString())
                .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------"));
  }

  private static List<Path> files(Path data) throws IOException {
    try (var files = Files.walk(data)) {
      return files.toList();
    }
  }

  private static void openToAll(Path top) throws IOException {
    for (var path : files(top)) {
      var mode = Files.isDirectory(path) ? "rwxr-xr-x" : "rw-r--r--";
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
