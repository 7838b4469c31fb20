package org.dossier.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Storage.class)
class DatabaseTest {
  private final Storage storage;

  @TempDir Path folder;

  DatabaseTest(Storage storage) {
    this.storage = storage;
  }

  @Test
  void aWriteThatThrowsHasNoEffect() {
    try (var database = storage.open(folder)) {
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
  void aNestedWriteJoinsTheTransaction() {
    try (var database = storage.open(folder)) {
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
  void aReadSeesOneStateDuringWrites() throws Exception {
    try (var database = storage.open(folder);
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
  void writingInAReadIsRejected() {
    try (var database = storage.open(folder)) {
      assertThatThrownBy(() -> database.read(handle -> addConversation(handle, "a")))
          .isInstanceOf(ArchiveException.class)
          .hasMessageContaining(storage.name(folder))
          .hasMessageMatching("(?s).*read-?only.*");
    }
  }

  @Test
  void deletingAConversationDeletesItsTurns() {
    try (var database = storage.open(folder)) {
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
  void aClosedDatabaseRejectsUse() {
    var database = storage.open(folder);
    database.close();
    database.close();

    assertThatThrownBy(() -> conversations(database))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining(storage.name(folder));
  }

  @Test
  void aNewerSchemaIsRejected() {
    try (var database = storage.open(folder)) {
      database.write(handle ->
          handle.execute(
              """
              INSERT INTO schema_history
              SELECT 99, '99', 'future', type, 'migration/V99__future.sql', checksum, installed_by,
                     installed_on, execution_time, success
              FROM schema_history WHERE version = '1'
              """));
    }

    assertThatThrownBy(() -> storage.open(folder))
        .isInstanceOf(ArchiveException.class)
        .hasMessageStartingWith(
            storage.name(folder) + " was written by a newer version of this program (schema 99");
  }

  /// Before the first release, the schema had seven migrations of other names.
  @Test
  void databaseOfDevelopmentVersionIsRejected() {
    try (var database = storage.open(folder)) {
      database.write(handle -> {
        handle.execute(
            "UPDATE schema_history SET script = 'migration/V1__archive.sql' WHERE version = '1'");
        return handle.execute(
            """
            INSERT INTO schema_history
            SELECT 7, '7', 'retention clock', type, 'migration/V7__retention_clock.sql', checksum,
                   installed_by, installed_on, execution_time, success
            FROM schema_history WHERE version = '1'
            """);
      });
    }

    assertThatThrownBy(() -> storage.open(folder))
        .isInstanceOf(ArchiveException.class)
        .hasMessageStartingWith(
            storage.name(folder)
                + " was written by a development version of this program and cannot be upgraded: use another ")
        .hasMessageEndingWith(
            " and ingest the articles again, or restore a backup of a released version");
  }

  private static int addConversation(Handle handle, String id) {
    return handle.execute(
        "INSERT INTO conversation (id, created_at, last_active_at) VALUES (?, 1, 1)", id);
  }

  private static int addTurn(Handle handle, String conversation) {
    return handle.execute(
        "INSERT INTO turn VALUES (?, 1, 1, 'When?', 'When?', '{}', '{}', 1, NULL, NULL, NULL)",
        conversation);
  }

  private static int conversations(Database database) {
    return database.read(DatabaseTest::count);
  }

  private static int count(Handle handle) {
    return handle.createQuery("SELECT count(*) FROM conversation").mapTo(Integer.class).one();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
