package org.dossier.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("archive.db");
  }

  @Test
  void aWriteThatThrowsHasNoEffect() {
    try (var database = Database.open(file)) {
      assertThatThrownBy(() ->
              database.write(handle -> {
                addConversation(handle, "a");
                throw new IllegalStateException("changed my mind");
              }))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("changed my mind");

      assertThat(conversations(database)).isZero();
    }
  }

  @Test
  void aWriteWithinAWriteIsPartOfIt() {
    try (var database = Database.open(file)) {
      assertThatThrownBy(() ->
              database.write(handle -> {
                database.write(inner -> addConversation(inner, "a"));
                throw new IllegalStateException();
              }))
          .isInstanceOf(IllegalStateException.class);

      assertThat(conversations(database)).isZero();
    }
  }

  @Test
  void readersSeeOneStateWhileOthersWrite() throws Exception {
    try (var database = Database.open(file);
        var threads = Executors.newSingleThreadExecutor()) {
      var written = new CountDownLatch(1);
      database.read(handle -> {
        assertThat(count(handle)).isZero();
        threads.execute(() -> {
          database.write(inner -> addConversation(inner, "a"));
          written.countDown();
        });
        await(written);
        assertThat(count(handle)).isZero();
        return 0;
      });
      assertThat(conversations(database)).isEqualTo(1);
    }
  }

  @Test
  void aReadMayNotWrite() {
    try (var database = Database.open(file)) {
      assertThatThrownBy(() -> database.read(handle -> addConversation(handle, "a")))
          .isInstanceOf(ArchiveException.class)
          .hasMessageContaining(file.toString())
          .hasMessageContaining("readonly");
    }
  }

  @Test
  void turnsGoWithTheirConversation() {
    try (var database = Database.open(file)) {
      database.write(handle -> addConversation(handle, "a"));
      database.write(handle -> addTurn(handle, "a"));
      assertThatThrownBy(() -> database.write(handle -> addTurn(handle, "unknown")))
          .isInstanceOf(ArchiveException.class);

      database.write(handle -> handle.execute("DELETE FROM conversation WHERE id = 'a'"));

      assertThat(
              database.<Integer>read(handle ->
                  handle.createQuery("SELECT count(*) FROM turn").mapTo(Integer.class).one()))
          .isZero();
    }
  }

  @Test
  void whatIsWrittenSurvivesALossOfPower() {
    try (var database = Database.open(file)) {
      assertThat(pragma(database, "journal_mode")).isEqualTo("wal");
      assertThat(database.<String>write(handle -> pragma(handle, "synchronous"))).isEqualTo("2");
      assertThat(database.<String>write(handle -> pragma(handle, "foreign_keys"))).isEqualTo("1");
    }
  }

  @Test
  void aClosedDatabaseSaysSo() {
    var database = Database.open(file);
    database.close();
    database.close();

    assertThatThrownBy(() -> conversations(database))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining(file.toString());
    assertThat(folder).isDirectoryContaining("regex:.*archive\\.db");
    assertThat(folder).isDirectoryNotContaining("regex:.*-wal");
  }

  @Test
  void aFileThatIsNoDatabaseIsRefused() throws Exception {
    Files.writeString(file, "These are minutes of a meeting. ".repeat(100));

    assertThatThrownBy(() -> Database.open(file))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("not a database");
    assertThat(file).content(StandardCharsets.UTF_8).startsWith("These are minutes");
  }

  @Test
  void aDatabaseOfSomethingElseIsRefusedAndLeftAsItIs() throws Exception {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE bookmarks (url TEXT)");
    }

    assertThatThrownBy(() -> Database.open(file))
        .isInstanceOf(ArchiveException.class)
        .hasMessage(file + " is not an archive database: it has other tables (bookmarks)");
  }

  @Test
  void aDatabaseOfANewerVersionIsRefused() {
    try (var database = Database.open(file)) {
      database.write(handle ->
          handle.execute(
              """
              INSERT INTO schema_history
              SELECT 99, '99', 'future', type, 'V99__future.sql', checksum, installed_by,
                     installed_on, execution_time, success
              FROM schema_history WHERE version = '1'
              """));
    }

    assertThatThrownBy(() -> Database.open(file))
        .isInstanceOf(ArchiveException.class)
        .hasMessageStartingWith(
            file + " was written by a newer version of this program (schema 99");
  }

  @Test
  void aDamagedDatabaseIsRefused() throws Exception {
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
  void aFileThatCannotBeMadeIsNamed() {
    var nowhere = folder.resolve("missing/archive.db");

    assertThatThrownBy(() -> Database.open(nowhere))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining(nowhere.toString());
    assertThatThrownBy(() -> Database.open(folder))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining(folder.toString());
  }

  private static int addConversation(Handle handle, String id) {
    return handle.execute("INSERT INTO conversation (id, created, last_used) VALUES (?, 1, 1)", id);
  }

  private static int addTurn(Handle handle, String conversation) {
    return handle.execute(
        "INSERT INTO turn VALUES (?, 1, 1, 'When?', 'When?', '{}', 1, NULL, NULL, '{}', NULL)",
        conversation);
  }

  private static int conversations(Database database) {
    return database.read(DatabaseTest::count);
  }

  private static int count(Handle handle) {
    return handle.createQuery("SELECT count(*) FROM conversation").mapTo(Integer.class).one();
  }

  private static String pragma(Database database, String name) {
    return database.read(handle -> pragma(handle, name));
  }

  private static String pragma(Handle handle, String name) {
    return handle.createQuery("PRAGMA " + name).mapTo(String.class).one();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
