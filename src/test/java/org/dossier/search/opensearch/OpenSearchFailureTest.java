package org.dossier.search.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.dossier.archive.Article;
import org.dossier.search.Filters;
import org.dossier.search.HarbourFixture;
import org.dossier.search.Hit;
import org.dossier.search.IndexException;
import org.dossier.search.IndexSnapshot;
import org.dossier.search.Waiting;
import org.dossier.search.indexing.ChangeLogFollower;
import org.dossier.search.indexing.SplitArticle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The cluster is killed, unreachable, or has the remains of a killed process.
@Timeout(value = 5, unit = TimeUnit.MINUTES)
final class OpenSearchFailureTest {
  @TempDir private Path folder;
  private HarbourFixture harbourFixture;

  @BeforeEach
  void open() {
    harbourFixture = TestCluster.fixture(folder);
  }

  @AfterEach
  void close() {
    harbourFixture.close();
  }

  @Test
  void aKilledClusterLosesNoAcknowledgedChangeAndDoublesNone() throws Exception {
    harbourFixture.put(HarbourFixture.LOCK, HarbourFixture.TOMATOES);
    harbourFixture.delete("tomatoes");
    var acknowledged = Collections.synchronizedList(new ArrayList<String>());
    var some = new CountDownLatch(10);
    var writing =
        Thread.ofPlatform()
            .start(() -> {
              for (int i = 0; i < 400; i++) {
                try {
                  harbourFixture.put(ferry(i));
                } catch (IndexException _) {
                  return;
                }
                acknowledged.add("ferry" + i);
                some.countDown();
              }
            });
    some.await();

    TestCluster.get().kill();
    writing.join();

    assertThatThrownBy(() -> harbourFixture.words("ferry"))
        .isInstanceOf(IndexException.class)
        .hasMessageContaining("cannot be reached");
    assertThat(harbourFixture.index().isFollowing()).isFalse();
    assertThat(harbourFixture.index().engine().orElseThrow().isReachable()).isFalse();
    // A change that is stored while the cluster is away.
    harbourFixture.archive.delete("lock");

    try (var follower = new ChangeLogFollower(harbourFixture.index(), () -> {})) {
      follower.start();
      Waiting.until(
          harbourFixture.index(),
          () -> harbourFixture.index().isFollowing(),
          () -> TestCluster.get().start());
    }
    long visible = harbourFixture.index().search(IndexSnapshot::generation);
    assertThat(visible).isEqualTo(harbourFixture.archive.sequence());
    harbourFixture
        .index()
        .search(snapshot -> {
          assertThat(snapshot.articles())
              .containsAll(acknowledged)
              .doesNotContain("lock", "tomatoes");
          var hits = snapshot.searchLexical("ferry", Filters.NONE, 1_000);
          assertThat(hits.stream().map(Hit::articleId))
              .doesNotHaveDuplicates()
              .containsAll(acknowledged);
          assertThat(snapshot.searchLexical("lock tomatoes", Filters.NONE, 10)).isEmpty();
          return true;
        });
  }

  @Test
  void theWriteOfAKilledProcessLeavesNoPassages() {
    var longer = HarbourFixture.article("a", null, null, null, paragraphs(40));
    harbourFixture.put(longer);
    int passages = SplitArticle.of(longer).passages().size();
    assertThat(passages).isGreaterThan(2);
    // As if the process had been killed before it recorded the change.
    var cluster = new SearchCluster(TestCluster.get().settings());
    var index = indexName(cluster);
    var much = HarbourFixture.article("b", null, null, null, paragraphs(80));
    var split = SplitArticle.of(much);
    var bulk = new BulkWriter(cluster, index);
    bulk.add(
        "b",
        new ArticleOperations("b", 1, 0)
            .write(split, Collections.nCopies(split.passages().size(), null)));
    bulk.flush();
    cluster.close();

    harbourFixture.put(HarbourFixture.article("a", null, null, null, "One passage."));
    harbourFixture.put(HarbourFixture.article("b", null, null, null, "One other passage."));

    int indexed = harbourFixture.index().search(IndexSnapshot::passages);
    assertThat(indexed).isEqualTo(2);
  }

  @Test
  void aLateWriteOfAnEarlierChangeHasNoEffect() {
    harbourFixture.put(HarbourFixture.LOCK);
    harbourFixture.delete("lock");
    var cluster = new SearchCluster(TestCluster.get().settings());
    var index = indexName(cluster);
    var split = SplitArticle.of(HarbourFixture.LOCK);
    var bulk = new BulkWriter(cluster, index);
    bulk.add(
        "lock",
        new ArticleOperations("lock", 1, 0)
            .write(split, Collections.nCopies(split.passages().size(), null)));
    bulk.flush();
    cluster.close();
    harbourFixture.put(HarbourFixture.TOMATOES);

    assertThat(harbourFixture.articlesByWords("lock harbour")).isEmpty();
    assertThat(harbourFixture.index().search(IndexSnapshot::articles))
        .isEqualTo(new TreeSet<>(List.of("tomatoes")));
  }

  @Test
  void aRebuildThatWasKilledIsInvisibleAndTheNextOneReplacesTheIndexAtOnce() {
    harbourFixture.put(HarbourFixture.LOCK);
    var cluster = new SearchCluster(TestCluster.get().settings());
    var before = indexName(cluster);
    // As if a process had been killed while it built another index.
    cluster.require(
        "PUT",
        "/" + before.substring(0, before.lastIndexOf('-')) + "-killed",
        Map.of(),
        EngineFields.definition(TestCluster.get().settings(), 384));
    assertThat(harbourFixture.articlesByWords("lock")).containsExactly("lock");

    harbourFixture.index().rebuild();

    assertThat(indexName(cluster)).isNotEqualTo(before);
    assertThat(harbourFixture.articlesByWords("lock")).containsExactly("lock");
    cluster.close();
  }

  @Test
  void purgingKeepsWhatIsNotDeleted() {
    harbourFixture.put(HarbourFixture.LOCK, HarbourFixture.TOMATOES);
    harbourFixture.delete("lock");

    harbourFixture.index().purge();
    harbourFixture.index().purge();

    assertThat(harbourFixture.articlesByWords("tomatoes")).containsExactly("tomatoes");
  }

  @Test
  void anUnreachableClusterIsAClearError() {
    var settings =
        new OpenSearchSettings(
            "http://127.0.0.1:9", null, null, "test", 1, 0, Duration.ofSeconds(5));

    assertThatThrownBy(() ->
            OpenSearchIndex.open(
                settings,
                harbourFixture.archive,
                harbourFixture.embeddings,
                harbourFixture.database.clusterLocks(),
                "model"))
        .isInstanceOf(IndexException.class)
        .hasMessageContaining("http://127.0.0.1:9 cannot be reached");
  }

  /// The index in use, of the only archive with an article in it.
  private String indexName(SearchCluster cluster) {
    var indexes =
        new EngineIndexes(
            cluster,
            TestCluster.get().settings(),
            OpenSearchIndex.schema(
                TestCluster.get().settings(), harbourFixture.archive, HarbourFixture.MODEL.id()),
            384);
    return indexes.current().orElseThrow().index();
  }

  private static Article ferry(int number) {
    return HarbourFixture.article(
        "ferry" + number, null, null, null, "Ferry " + number + " is late again.");
  }

  private static String paragraphs(int count) {
    var text = new StringBuilder();
    IntStream.range(0, count)
        .forEach(i ->
            text.append("Paragraph ")
                .append(i)
                .append(" tells of the ferries, of the harbour and of the islands behind it. ")
                .append("Nobody there expects a ship on time, and few would notice one.\n\n"));
    return text.toString();
  }
}
