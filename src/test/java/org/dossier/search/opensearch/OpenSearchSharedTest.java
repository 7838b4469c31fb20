package org.dossier.search.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.dossier.database.Storage;
import org.dossier.search.HarbourFixture;
import org.dossier.search.Waiting;
import org.dossier.search.indexing.BackgroundEmbedder;
import org.dossier.search.indexing.ChangeLogFollower;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Two processes over one archive in PostgreSQL and one index in a cluster.
@Timeout(value = 3, unit = TimeUnit.MINUTES)
final class OpenSearchSharedTest {
  @TempDir private Path folder;
  private HarbourFixture one;
  private HarbourFixture other;

  @BeforeEach
  void open() {
    one = TestCluster.fixture(folder.resolve("one"), Storage.POSTGRESQL.open(folder));
    other = TestCluster.fixture(folder.resolve("other"), Storage.POSTGRESQL.open(folder));
  }

  @AfterEach
  void close() {
    one.close();
    other.close();
  }

  @Test
  void aChangeOfOneProcessIsFoundByTheOther() throws Exception {
    one.put(HarbourFixture.LOCK);
    other.put(HarbourFixture.UNDATED);
    try (var follower = new ChangeLogFollower(other.index(), () -> {})) {
      follower.start();
      Waiting.until(
          other.index(),
          () -> other.articlesByWords("tomatoes").size() == 1,
          () -> one.put(HarbourFixture.TOMATOES));
      Waiting.until(
          other.index(),
          () -> other.articlesByWords("tomatoes").isEmpty(),
          () -> one.delete("tomatoes"));
    }
    assertThat(one.articlesByWords("lock ferries")).containsExactlyInAnyOrder("lock", "undated");
    assertThat(other.articlesByWords("lock ferries")).containsExactlyInAnyOrder("lock", "undated");
  }

  @Test
  void bothWriteAtTheSameTime() throws Exception {
    one.index();
    other.index();
    var writers =
        List.of(one, other).stream()
            .map(fixture -> Thread.ofPlatform().start(() -> writeTen(fixture)))
            .toList();
    for (var writer : writers) {
      writer.join();
    }
    one.index().catchUp();

    assertThat(one.words("ferry")).hasSize(10);
    int passages = one.index().search(snapshot -> snapshot.passages());
    assertThat(passages).isEqualTo(20);
  }

  private static void writeTen(HarbourFixture fixture) {
    for (int i = 0; i < 10; i++) {
      fixture.put(
          HarbourFixture.article(
              fixture.folder.getFileName() + "-" + i, null, null, null, "Ferry " + i + "."));
    }
  }

  @Test
  void vectorsOfOneProcessAreFoundByBoth() throws Exception {
    one.put(HarbourFixture.LOCK);
    try (var embedder =
        BackgroundEmbedder.of(one.archive, one.embeddings, one.index(), HarbourFixture.MODEL)) {
      Waiting.until(one.index(), () -> embedder.backlog() == 0, embedder::start);
    }
    other.index().catchUp();

    assertThat(other.vectors("lock")).isNotEmpty().isEqualTo(one.vectors("lock"));
  }

  @Test
  void anotherProcessTakesOver() {
    one.put(HarbourFixture.LOCK);
    one.close();

    other.put(HarbourFixture.TOMATOES);

    assertThat(other.articlesByWords("lock")).containsExactly("lock");
    assertThat(other.articlesByWords("tomatoes")).containsExactly("tomatoes");
  }
}
