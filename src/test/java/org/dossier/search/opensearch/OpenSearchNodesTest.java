package org.dossier.search.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.dossier.archive.Article;
import org.dossier.database.Database;
import org.dossier.search.Filters;
import org.dossier.search.HarbourFixture;
import org.dossier.search.Hit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A cluster of two nodes, each with a copy of every shard, loses one of them.
@Timeout(value = 8, unit = TimeUnit.MINUTES)
final class OpenSearchNodesTest {
  private static final int FERRIES = 40;

  @TempDir private Path folder;
  private List<TestCluster> nodes;
  private HarbourFixture harbourFixture;

  @BeforeEach
  void open() {
    nodes = TestCluster.pair();
    var settings =
        new OpenSearchSettings(
            nodes.getFirst().settings().url(), null, null, "pair", 2, 1, Duration.ofSeconds(30));
    harbourFixture =
        new HarbourFixture(
            folder,
            Database.open(folder.resolve("archive.db")),
            (fixture, model) ->
                OpenSearchIndex.open(
                    settings,
                    fixture.archive,
                    fixture.embeddings,
                    fixture.database.clusterLocks(),
                    model));
  }

  @AfterEach
  void close() {
    harbourFixture.close();
    nodes.forEach(TestCluster::close);
  }

  @Test
  void theLossOfANodeLosesNothingAndStopsNothing() throws Exception {
    harbourFixture.put(ferries(0));
    harbourFixture.delete("ferry0");
    awaitStatus("green");

    nodes.getLast().kill();

    assertFound(1, FERRIES);
    harbourFixture.put(ferries(FERRIES));
    harbourFixture.delete("ferry1");
    assertFound(2, 2 * FERRIES);

    nodes.getLast().start();
    awaitStatus("green");
    // The shards answer in turn, so that the new copies are asked, too.
    for (int i = 0; i < 4; i++) {
      harbourFixture.delete("ferry" + (2 + i));
      assertFound(3 + i, 2 * FERRIES);
    }
  }

  private void awaitStatus(String status) {
    try (var cluster = new SearchCluster(nodes.getFirst().settings())) {
      cluster.require(
          "GET",
          "/_cluster/health",
          Map.of("wait_for_status", status, "wait_for_nodes", "2", "timeout", "25s"),
          null);
    }
  }

  private void assertFound(int from, int end) {
    var expected = new ArrayList<String>();
    IntStream.range(from, end).forEach(i -> expected.add("ferry" + i));
    harbourFixture
        .index()
        .search(snapshot -> {
          assertThat(snapshot.generation()).isEqualTo(harbourFixture.archive.sequence());
          assertThat(snapshot.articles()).isEqualTo(new TreeSet<>(expected));
          assertThat(snapshot.searchLexical("ferry", Filters.NONE, 1_000))
              .extracting(Hit::articleId)
              .containsExactlyInAnyOrderElementsOf(expected);
          return true;
        });
  }

  private static Article[] ferries(int first) {
    return IntStream.range(first, first + FERRIES)
        .mapToObj(
            i -> HarbourFixture.article("ferry" + i, null, null, null, "Ferry " + i + " is late."))
        .toArray(Article[]::new);
  }
}
