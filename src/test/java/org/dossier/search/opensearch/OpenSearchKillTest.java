package org.dossier.search.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.dossier.archive.Archive;
import org.dossier.archive.Article;
import org.dossier.archive.Embeddings;
import org.dossier.database.ChildProcess;
import org.dossier.database.Database;
import org.dossier.database.PostgresSettings;
import org.dossier.database.Storage;
import org.dossier.database.TestServer;
import org.dossier.search.Filters;
import org.dossier.search.HarbourFixture;
import org.dossier.search.Hit;
import org.dossier.search.IndexException;
import org.dossier.search.IndexSnapshot;
import org.dossier.search.indexing.SplitArticle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The process that writes into the cluster is killed, and another one continues.
@Timeout(value = 5, unit = TimeUnit.MINUTES)
final class OpenSearchKillTest {
  private static final String ACKNOWLEDGED = "acknowledged ";
  private static final int BATCH = 50;

  @TempDir private Path folder;
  private HarbourFixture harbourFixture;

  @BeforeEach
  void open() {
    harbourFixture = TestCluster.fixture(folder, Storage.POSTGRESQL.open(folder));
  }

  @AfterEach
  void close() {
    harbourFixture.close();
  }

  @Test
  void aWriterKilledInABulkLosesNoAcknowledgedChangeAndDoublesNone() throws Exception {
    int acknowledged = 0;
    try (var writer = start("write")) {
      while (acknowledged < 4) {
        var line = writer.line();
        acknowledged += line.startsWith(ACKNOWLEDGED) ? 1 : 0;
      }
      // It is writing the next articles.
      writer.kill();
    }

    harbourFixture.index().catchUp();

    var current = currentArticles();
    assertThat(current).containsAll(written(acknowledged));
    assertThat(current).doesNotContainAnyElementsOf(deleted(acknowledged));
    assertIndexed(current);
  }

  @Test
  void aBuildKilledBeforeOrAfterTheSwapOfTheAliasLeavesACompleteIndex() throws Exception {
    for (int batch = 0; batch < 4; batch++) {
      harbourFixture.archive.put(batch(batch));
    }
    harbourFixture.archive.delete("a0");
    harbourFixture.index().catchUp();
    var current = currentArticles();
    try (var cluster = new SearchCluster(TestCluster.get().settings())) {
      var indexes = indexes(cluster);
      var before = index(indexes);
      killRebuild(() -> count(cluster, indexes) > 1);
      assertIndexed(current);

      killRebuild(() -> !index(indexes).equals(before));
      assertIndexed(current);

      harbourFixture.put(HarbourFixture.TOMATOES);
      harbourFixture.delete("a1");
      current.add("tomatoes");
      current.remove("a1");
      assertIndexed(current);
    }
  }

  private void killRebuild(BooleanSupplier reached) throws Exception {
    try (var builder = start("rebuild")) {
      assertThat(builder.line()).isEqualTo("rebuilding");
      while (!reached.getAsBoolean()) {
        Thread.onSpinWait();
      }
      builder.kill();
    }
    harbourFixture.index().catchUp();
  }

  private SortedSet<String> currentArticles() {
    var ids = new TreeSet<String>();
    harbourFixture.archive.list(null, 1_000).forEach(version -> ids.add(version.article().id()));
    return ids;
  }

  private void assertIndexed(SortedSet<String> current) {
    harbourFixture
        .index()
        .search(snapshot -> {
          assertThat(snapshot.generation()).isEqualTo(harbourFixture.archive.sequence());
          assertThat(snapshot.articles()).isEqualTo(current);
          assertThat(snapshot.searchLexical("ferry", Filters.NONE, 2_000))
              .extracting(Hit::articleId)
              .doesNotHaveDuplicates()
              .containsExactlyInAnyOrderElementsOf(
                  current.stream().filter(id -> id.startsWith("a")).toList());
          return true;
        });
    int passages = harbourFixture.index().search(IndexSnapshot::passages);
    assertThat(passages)
        .isEqualTo(
            harbourFixture.archive.list(null, 1_000).stream()
                .mapToInt(version -> SplitArticle.of(version.article()).passages().size())
                .sum());
  }

  private ChildProcess start(String work) {
    var server = TestServer.database(folder);
    return new ChildProcess(
        WriterProcess.class,
        folder,
        work,
        server.url(),
        String.valueOf(server.user()),
        String.valueOf(server.password()),
        TestCluster.get().settings().url());
  }

  private EngineIndexes indexes(SearchCluster cluster) {
    var settings = TestCluster.get().settings();
    return new EngineIndexes(
        cluster,
        settings,
        OpenSearchIndex.schema(settings, harbourFixture.archive, HarbourFixture.MODEL.id()),
        384);
  }

  private static String index(EngineIndexes indexes) {
    return indexes.current().orElseThrow().index();
  }

  /// The number of indexes of the archive in the cluster.
  private static int count(SearchCluster cluster, EngineIndexes indexes) {
    return cluster.require("GET", "/" + indexes.alias() + "-*/_settings", Map.of(), null).size();
  }

  private static List<Article> batch(int number) {
    return IntStream.range(number * BATCH, (number + 1) * BATCH)
        .mapToObj(i ->
            HarbourFixture.article(
                "a" + i, null, null, null, "Ferry " + i + " is late. It has a cargo of apples."))
        .toList();
  }

  private static List<String> written(int batches) {
    var ids = new ArrayList<String>();
    for (int batch = 0; batch < batches; batch++) {
      batch(batch).stream().map(Article::id).forEach(ids::add);
    }
    ids.removeAll(deleted(batches));
    return ids;
  }

  /// The first article of each batch, which is deleted after the batch is acknowledged.
  private static List<String> deleted(int batches) {
    return IntStream.range(0, batches).mapToObj(batch -> "a" + batch * BATCH).toList();
  }

  /// A process that writes, or that builds the index again, until it is killed.
  static final class WriterProcess {
    public static void main(String[] arguments) {
      var server = new PostgresSettings(arguments[1], arguments[2], arguments[3], 4);
      var cluster =
          new OpenSearchSettings(arguments[4], null, null, "test", 2, 0, Duration.ofSeconds(30));
      try (var database = Database.open(server)) {
        var archive = new Archive(database, Clock.systemUTC());
        try (var index =
            OpenSearchIndex.open(
                cluster,
                archive,
                new Embeddings(database),
                database.clusterLocks(),
                HarbourFixture.MODEL.id())) {
          if (arguments[0].equals("rebuild")) {
            System.out.println("rebuilding");
          }
          for (int batch = 0; true; batch++) {
            if (arguments[0].equals("rebuild")) {
              rebuild(index);
            } else {
              archive.put(batch(batch));
              index.catchUp();
              archive.delete(deleted(batch + 1).getLast());
              index.catchUp();
              System.out.println(ACKNOWLEDGED + batch);
            }
          }
        }
      }
    }

    /// The lock of a killed process is free after a few seconds.
    private static void rebuild(OpenSearchIndex index) {
      try {
        index.rebuild();
      } catch (IndexException e) {
        assertThat(e).hasMessageContaining("Another process is building");
      }
    }
  }
}
