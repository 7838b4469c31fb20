package org.dossier.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dossier.database.DataFolder.Holder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  private static final URI ADDRESS = URI.create("http://127.0.0.1:8080");

  @TempDir Path temporary;

  @Test
  void aMissingFolderIsCreated() throws Exception {
    var path = temporary.resolve("a/b");

    try (var folder = DataFolder.open(path)) {
      assertThat(folder.database()).isEqualTo(path.toRealPath().resolve("archive.db"));
      assertThat(folder.index()).isEqualTo(path.toRealPath().resolve("index"));
      assertThat(path).isDirectory();
    }
  }

  @Test
  void aMissingDatabaseWithAnIndexIsAnError() throws Exception {
    try (var folder = DataFolder.open(temporary)) {
      assertThat(folder.requireDatabase()).isEqualTo(folder.database());
      Files.createDirectories(folder.index());
      assertThat(folder.requireDatabase()).isEqualTo(folder.database());
      Files.writeString(folder.index().resolve("current"), "1");

      assertThatThrownBy(folder::requireDatabase)
          .isInstanceOf(ArchiveException.class)
          .hasMessageContaining(folder.database() + " is missing or empty")
          .hasMessageContaining("restore a backup")
          .hasMessageContaining("delete the folder " + folder.index());
      Files.createFile(folder.database());
      assertThatThrownBy(folder::requireDatabase).isInstanceOf(ArchiveException.class);

      Files.writeString(folder.database(), "a page");
      assertThat(folder.requireDatabase()).isEqualTo(folder.database());
    }
  }

  @Test
  void theHolderIsKnownOnlyWhileTheFolderIsOpen() {
    var path = temporary.resolve("data");
    assertThat(DataFolder.holder(path)).isEmpty();
    assertThat(path).doesNotExist();

    var folder = DataFolder.open(path);
    folder.close();
    folder.close();

    assertThat(DataFolder.holder(path)).isEmpty();
    DataFolder.open(path).close();
  }

  @Test
  void openingTwiceInOneProcessIsRejected() {
    try (var folder = DataFolder.open(temporary)) {
      folder.announce(ADDRESS);

      assertThatThrownBy(() -> DataFolder.open(temporary.resolve("../" + temporary.getFileName())))
          .isInstanceOf(DataFolderInUseException.class);

      var holder = DataFolder.holder(temporary).orElseThrow();
      assertThat(holder.pid()).isEqualTo(ProcessHandle.current().pid());
      assertThat(holder.address()).isEqualTo(ADDRESS);
      assertThat(holder.started()).isNotNull();
    }
  }

  @Test
  void readingTheHolderKeepsTheLock() throws Exception {
    try (var folder = DataFolder.open(temporary)) {
      DataFolder.holder(temporary);
      assertThatThrownBy(() -> DataFolder.open(temporary)).isInstanceOf(ArchiveException.class);

      try (var second = new ChildProcess(Holding.class, temporary, temporary.toString())) {
        assertThat(second.line())
            .isEqualTo(
                "The data folder %s is in use by process %d. Use that process, stop it, or choose another data folder",
                temporary.toRealPath(), ProcessHandle.current().pid());
      }
      assertThat(folder.database()).doesNotExist();
    }
  }

  @Test
  void anotherProcessIsNamedWithItsAddress() throws Exception {
    var path = temporary.resolve("data");
    try (var other =
        new ChildProcess(Holding.class, temporary, path.toString(), ADDRESS.toString())) {
      assertThat(other.line()).isEqualTo("held");

      assertThat(DataFolder.holder(path).orElseThrow())
          .returns(other.pid(), Holder::pid)
          .returns(ADDRESS, Holder::address);
      assertThatThrownBy(() -> DataFolder.open(path))
          .isInstanceOfSatisfying(
              DataFolderInUseException.class,
              e -> assertThat(e.holder().address()).isEqualTo(ADDRESS))
          .hasMessageContaining(path.toRealPath().toString())
          .hasMessageContaining("process " + other.pid() + ", which serves at " + ADDRESS);

      other.go();
      assertThat(other.exit()).isZero();
      assertThat(DataFolder.holder(path)).isEmpty();
      DataFolder.open(path).close();
    }
  }

  @Test
  void aKilledProcessReleasesTheFolder() throws Exception {
    var path = temporary.resolve("data");
    try (var other =
        new ChildProcess(Holding.class, temporary, path.toString(), ADDRESS.toString())) {
      assertThat(other.line()).isEqualTo("held");

      other.kill();

      assertThat(path.resolve("process.json")).exists();
      assertThat(DataFolder.holder(path)).isEmpty();
      try (var folder = DataFolder.open(path)) {
        assertThat(folder.database()).isEqualTo(path.toRealPath().resolve("archive.db"));
        assertThat(DataFolder.holder(path).orElseThrow().address()).isNull();
      }
    }
  }

  @Test
  void anUnreadableOwnerFileStillMeansHeld() throws Exception {
    try (var folder = DataFolder.open(temporary)) {
      Files.writeString(folder.database().resolveSibling("process.json"), "{\"pid\": 12");

      assertThatThrownBy(() -> DataFolder.open(temporary))
          .isInstanceOf(DataFolderInUseException.class)
          .hasMessageContaining("in use by another process");
    }
  }

  @Test
  void aPathThatIsNoFolderIsReported() throws Exception {
    var file = Files.writeString(temporary.resolve("file"), "");

    assertThatThrownBy(() -> DataFolder.open(file))
        .isInstanceOf(ArchiveException.class)
        .hasMessage("The data folder " + file + " cannot be used: it is not a folder");
    assertThatThrownBy(() -> DataFolder.open(file.resolve("data")))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining(file.resolve("data").toString());
  }

  @Test
  void aFolderThatIsNotWritableIsReported() throws Exception {
    // A folder in place of the lock file stops even users who bypass permissions.
    Files.createDirectory(temporary.resolve("lock"));

    assertThatThrownBy(() -> DataFolder.open(temporary))
        .isInstanceOf(ArchiveException.class)
        .hasMessageStartingWith("The data folder " + temporary + " cannot be used: ");
  }

  /// Holds a folder until its standard input ends.
  static final class Holding {
    private Holding() {}

    public static void main(String[] arguments) throws IOException {
      try (var folder = DataFolder.open(Path.of(arguments[0]))) {
        if (arguments.length > 1) {
          folder.announce(URI.create(arguments[1]));
        }
        System.out.println("held");
        System.in.readAllBytes();
      } catch (ArchiveException e) {
        System.out.println(e.getMessage());
      }
    }
  }
}
