package org.dossier.search.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.dossier.archive.Archive;
import org.dossier.archive.Article;
import org.dossier.archive.Embeddings;
import org.dossier.database.ChildProcess;
import org.dossier.database.Database;
import org.dossier.database.PostgresSettings;
import org.dossier.database.Storage;
import org.dossier.database.TestServer;
import org.dossier.search.HarbourFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Several processes embed the articles of one archive.
@Timeout(value = 2, unit = TimeUnit.MINUTES)
final class EmbedderTest {
  private static final String MODEL = "model";
  private static final int ARTICLES = 1_600;

  @TempDir Path folder;
  private Database database;
  private Embeddings embeddings;

  @BeforeEach
  void fill() {
    database = Storage.POSTGRESQL.open(folder);
    embeddings = new Embeddings(database);
    new Archive(database, Clock.systemUTC()).put(articles());
  }

  private static List<Article> articles() {
    return IntStream.range(0, ARTICLES)
        .mapToObj(i ->
            HarbourFixture.article("a" + i, null, null, null, "Ferry " + i + " is late again."))
        .toList();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void processesEmbedDifferentArticlesConcurrently() {
    var embedded = Collections.synchronizedList(new ArrayList<String>());
    // Neither can embed its first texts unless the other is embedding, too.
    var together = new CyclicBarrier(2);
    try (var other = Storage.POSTGRESQL.open(folder)) {
      var one = inParallel(() -> embedAll(database, embedded, together));
      var two = inParallel(() -> embedAll(other, embedded, together));

      assertThat(one.join() + two.join()).isEqualTo(ARTICLES);
    }

    assertThat(embedded).hasSize(ARTICLES).doesNotHaveDuplicates();
    assertAllEmbeddedOnce();
  }

  @Test
  void theOthersEmbedWhatAKilledProcessHadClaimed() throws Exception {
    var server = TestServer.database(folder);
    try (var process =
        new ChildProcess(
            KilledProcess.class,
            folder,
            server.url(),
            String.valueOf(server.user()),
            String.valueOf(server.password()))) {
      assertThat(process.line()).isEqualTo("stored");
      assertThat(process.line()).isEqualTo("computing");
      process.kill();
    }
    int stored = ARTICLES - (int) embeddings.pendingCount(MODEL);
    assertThat(stored).isBetween(1, ARTICLES - 1);
    var embedded = Collections.synchronizedList(new ArrayList<String>());

    embedAll(database, embedded, new CyclicBarrier(1));

    assertThat(embedded).hasSize(ARTICLES - stored).doesNotHaveDuplicates();
    assertAllEmbeddedOnce();
  }

  private static CompletableFuture<Long> inParallel(Supplier<Long> work) {
    return CompletableFuture.supplyAsync(work, Thread::startVirtualThread);
  }

  private void assertAllEmbeddedOnce() {
    assertThat(embeddings.pendingCount(MODEL)).isZero();
    assertThat(count("embedding")).isEqualTo(ARTICLES);
    assertThat(count("article_embedding")).isEqualTo(ARTICLES);
    assertThat(count("embedding_claim")).isZero();
  }

  private int count(String table) {
    return Integer.parseInt(
        TestServer.value(TestServer.database(folder), "SELECT count(*) FROM " + table));
  }

  private static long embedAll(
      Database database, List<String> embedded, CyclicBarrier beforeTheFirst) {
    var first = new boolean[] {true};
    var embedder =
        embedder(
            database,
            texts -> {
              if (first[0]) {
                first[0] = false;
                await(beforeTheFirst);
              }
              embedded.addAll(texts);
            });
    var embeddings = new Embeddings(database);
    while (embeddings.pendingCount(MODEL) > 0) {
      embedder.step(() -> false);
    }
    return embedder.stored();
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(1, TimeUnit.MINUTES);
    } catch (Exception e) {
      throw new IllegalStateException("no other process embeds at the same time", e);
    }
  }

  private interface Observer {
    void texts(List<String> texts);
  }

  private static Embedder embedder(Database database, Observer observer) {
    return new Embedder(
        new Archive(database, Clock.systemUTC()),
        new Embeddings(database),
        MODEL,
        texts -> {
          observer.texts(texts);
          return texts.stream().map(text -> new float[] {text.hashCode()}).toList();
        });
  }

  /// A process that stores the vectors of one step, and hangs in the middle of the next one.
  static final class KilledProcess {
    public static void main(String[] arguments) {
      var server = new PostgresSettings(arguments[0], arguments[1], arguments[2], 4);
      var steps = new int[1];
      var batches = new int[1];
      try (var database = Database.open(server)) {
        var embedder =
            embedder(
                database,
                texts -> {
                  if (steps[0] == 1 && batches[0]++ == 1) {
                    System.out.println("computing");
                    hang();
                  }
                });
        embedder.step(() -> false);
        System.out.println("stored");
        steps[0]++;
        embedder.step(() -> false);
      }
    }

    private static void hang() {
      while (true) {
        LockSupport.park();
      }
    }
  }
}
