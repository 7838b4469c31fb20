package org.dossier.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.dossier.archive.Archive;
import org.dossier.archive.SampleArticles;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Properties of an archive in a file only.
class DatabaseFileTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("archive.db");
  }

  @Test
  void closingLeavesOnlyTheDatabaseFile() {
    Database.open(file).close();

    assertThat(folder).isDirectoryContaining("regex:.*archive\\.db");
    assertThat(folder).isDirectoryNotContaining("regex:.*-wal");
  }

  @Test
  void writesSurviveAPowerFailure() {
    try (var database = Database.open(file)) {
      assertThat(pragma(database, "journal_mode")).isEqualTo("wal");
      assertThat(database.<String>write(handle -> pragma(handle, "synchronous"))).isEqualTo("2");
      assertThat(database.<String>write(handle -> pragma(handle, "foreign_keys"))).isEqualTo("1");
    }
  }

  @Test
  void aFileThatIsNoDatabaseIsRejected() throws Exception {
    Files.writeString(file, "These are minutes of a meeting. ".repeat(100));

    assertThatThrownBy(() -> Database.open(file))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("not a database");
    assertThat(file).content(StandardCharsets.UTF_8).startsWith("These are minutes");
  }

  @Test
  void aForeignDatabaseIsRejectedUnchanged() throws Exception {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE bookmarks (url TEXT)");
    }

    assertThatThrownBy(() -> Database.open(file))
        .isInstanceOf(ArchiveException.class)
        .hasMessage(file + " is not an archive database: it has other tables (bookmarks)");
  }

  @Test
  void rejectedDatabaseLeavesNoConnectionPool() throws Exception {
    Database.open(file).close();
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.execute("DROP TABLE archive");
    }
    var before = poolThreads();

    assertThatThrownBy(() -> Database.open(file))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("no such table: archive");
    for (var thread : poolThreads()) {
      if (!before.contains(thread)) {
        // The thread of a closed pool may still be ending.
        assertThat(thread.join(Duration.ofSeconds(20))).isTrue();
      }
    }
    assertThat(before).containsAll(poolThreads());
  }

  private static Set<Thread> poolThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("archive-"))
        .filter(thread -> thread.getName().endsWith("housekeeper"))
        .collect(Collectors.toSet());
  }

  @Test
  void aDamagedDatabaseIsRejected() throws Exception {
    Database.open(file).close();
    var bytes = Files.readAllBytes(file);
    for (int i = 100; i < 4096; i++) {
      bytes[i] = (byte) 0xA5;
    }
    Files.write(file, bytes);

    assertThatThrownBy(() -> Database.open(file))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("malformed");
  }

  @Test
  void aForeignLockDelaysWritesButNotReads() throws Exception {
    try (var database = Database.open(file);
        var other = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = other.createStatement();
        var threads = Executors.newSingleThreadExecutor()) {
      statement.execute("BEGIN IMMEDIATE");
      var written =
          threads.submit(
              () -> database.write(handle -> handle.execute("UPDATE archive SET id = 1")));

      assertThat(pragma(database, "journal_mode")).isEqualTo("wal");
      assertThat(written).isNotDone();
      statement.execute("COMMIT");

      assertThat(written.get(1, TimeUnit.MINUTES)).isEqualTo(1);
    }
  }

  @Test
  void writesToAMovedFileAreKept() throws Exception {
    var elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    try (var database = Database.open(file)) {
      var archive = new Archive(database, Clock.systemUTC());
      archive.put(List.of(SampleArticles.bare("before", "It was there.")));
      move(folder, elsewhere);
      archive.put(List.of(SampleArticles.bare("meanwhile", "It came.")));
      assertThat(archive.find("before")).isPresent();
      move(elsewhere, folder);
      archive.put(List.of(SampleArticles.bare("after", "It came later.")));
    }

    try (var database = Database.open(file)) {
      var archive = new Archive(database, Clock.systemUTC());
      assertThat(archive.list(null, 10))
          .extracting(found -> found.article().id())
          .containsExactly("after", "before", "meanwhile");
      assertThat(database.integrityProblems()).isEmpty();
    }
  }

  private static void move(Path from, Path to) throws IOException {
    for (var name : List.of("archive.db", "archive.db-wal", "archive.db-shm")) {
      if (Files.exists(from.resolve(name))) {
        Files.move(from.resolve(name), to.resolve(name));
      }
    }
  }

  @Test
  void aFileThatCannotBeCreatedIsReported() {
    var nowhere = folder.resolve("missing/archive.db");

    assertThatThrownBy(() -> Database.open(nowhere))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining(nowhere.toString());
    assertThatThrownBy(() -> Database.open(folder))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining(folder.toString());
  }

  private static String pragma(Database database, String name) {
    return database.read(handle -> pragma(handle, name));
  }

  private static String pragma(Handle handle, String name) {
    return handle.createQuery("PRAGMA " + name).mapTo(String.class).one();
  }
}
