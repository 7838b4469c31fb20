package org.dossier.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.dossier.Ports;
import org.dossier.archive.Archive;
import org.dossier.archive.SampleArticles;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Properties of an archive on a PostgreSQL server only.
class PostgresSettingsTest {
  private static final String SECRET = "xyzzy-plugh-1234";

  @TempDir Path folder;

  @Test
  void concurrentMigrationsWaitForEachOther() throws Exception {
    var empty = TestServer.empty("opened_at_once");
    try (var threads = Executors.newFixedThreadPool(3)) {
      Callable<String> opening =
          () -> {
            try (var database = Database.open(empty)) {
              return new Archive(database, Clock.systemUTC()).identity();
            }
          };

      var identities = new ArrayList<String>();
      for (var opened : threads.invokeAll(Collections.nCopies(3, opening))) {
        identities.add(opened.get());
      }

      assertThat(identities).doesNotContain("").containsOnly(identities.getFirst());
    }
  }

  @Test
  void aForeignDatabaseIsRejectedUnchanged() {
    var other = TestServer.empty("something_else");
    TestServer.execute(other, "CREATE TABLE bookmarks (url TEXT)");

    assertThatThrownBy(() -> Database.open(other))
        .isInstanceOf(ArchiveException.class)
        .hasMessage(
            other.address() + " is not an archive database: it has other tables (bookmarks)");
  }

  @Test
  void aBrokenConnectionIsReplaced() {
    var server = TestServer.database(folder);
    try (var database = Database.open(server)) {
      assertThat(conversations(database)).isZero();

      assertThatThrownBy(() ->
              database.write(handle -> {
                addConversation(handle, "a");
                TestServer.disconnectAll(server);
                return addConversation(handle, "b");
              }))
          .isInstanceOf(ArchiveUnavailableException.class)
          .hasMessageStartingWith("The archive database " + server.address() + ": ");

      // The server ends the connections one after another.
      assertThat(soon(() -> database.<Integer>write(handle -> addConversation(handle, "c"))))
          .isEqualTo(1);
      assertThat(soon(() -> conversations(database))).isEqualTo(1);
    }
  }

  @Test
  void anUnreachableServerIsReportedWithoutThePassword() throws Exception {
    var address = "jdbc:postgresql://localhost:" + Ports.free() + "/archive";
    var nowhere = new PostgresSettings(address + "?sslmode=disable", "somebody", SECRET, 4);

    assertThatThrownBy(() -> Database.open(nowhere))
        .isInstanceOf(ArchiveUnavailableException.class)
        .hasMessageStartingWith("The archive database " + address + ": ")
        .satisfies(fault -> assertThat(fault).hasStackTraceContaining("refused"))
        .satisfies(fault -> assertThat(stackTrace(fault)).doesNotContain(SECRET));
    assertThat(nowhere.toString()).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "archive.db",
        "jdbc:sqlite:archive.db",
        "jdbc:postgresql:archive",
        "jdbc:postgresql://localhost/",
        "jdbc:postgresql://user:xyzzy-plugh-1234@localhost/archive",
        "jdbc:postgresql://localhost/archive?user=me",
        "jdbc:postgresql://localhost/archive?ssl=true&password=xyzzy-plugh-1234",
        "jdbc:postgresql://localhost/archive?sslPassword=xyzzy-plugh-1234"
      })
  void anInvalidUrlIsRejectedWithoutRepeatingIt(String url) {
    assertThatThrownBy(() -> new PostgresSettings(url, null, null, 4))
        .isInstanceOf(ArchiveException.class)
        .hasMessageStartingWith("dossier.database.url: must ")
        .satisfies(fault -> assertThat(stackTrace(fault)).doesNotContain(SECRET));
  }

  @Test
  void nulCharactersAreNeitherFoundNorStored() {
    try (var database = Storage.POSTGRESQL.open(folder)) {
      var archive = new Archive(database, Clock.systemUTC());
      archive.put(List.of(SampleArticles.bare("a", "Open.")));

      assertThat(archive.find("a\0")).isEmpty();
      assertThat(archive.list("\0", 10)).isEmpty();
      assertThat(database.<Integer>write(handle -> addConversation(handle, "\0"))).isEqualTo(1);
    }
  }

  /// A connection that was used a moment ago is reused without a check.
  private static <T> T soon(Supplier<T> work) {
    while (true) {
      try {
        return work.get();
      } catch (ArchiveUnavailableException _) {
        Thread.onSpinWait();
      }
    }
  }

  private static String stackTrace(Throwable fault) {
    var written = new StringWriter();
    fault.printStackTrace(new PrintWriter(written));
    return written.toString();
  }

  private static int addConversation(Handle handle, String id) {
    return handle.execute(
        "INSERT INTO conversation (id, created_at, last_active_at) VALUES (?, 1, 1)", id);
  }

  private static int conversations(Database database) {
    return database.read(handle ->
        handle.createQuery("SELECT count(*) FROM conversation").mapTo(Integer.class).one());
  }
}
