package org.dossier.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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

/// Two processes with an index each, over one archive.
@Timeout(value = 2, unit = TimeUnit.MINUTES)
final class SharedArchiveTest {
  @TempDir private Path folder;
  private HarbourFixture one;
  private HarbourFixture other;

  @BeforeEach
  void open() {
    one = new HarbourFixture(folder.resolve("one"), Storage.POSTGRESQL.open(folder));
    other = new HarbourFixture(folder.resolve("other"), Storage.POSTGRESQL.open(folder));
  }

  @AfterEach
  void close() {
    one.close();
    other.close();
  }

  @Test
  void bothProcessesFollowEachOthersChanges() throws Exception {
    var looks = new ArrayList<Long>();
    try (var changeLogFollower =
        new ChangeLogFollower(other.index(), () -> looks.add(other.archive.sequence()))) {
      changeLogFollower.start();
      Waiting.until(
          other.index(),
          () -> other.articlesByWords("tomatoes").size() == 1,
          () -> one.put(HarbourFixture.TOMATOES));
      Waiting.until(
          other.index(),
          () -> other.articlesByWords("tomatoes").isEmpty(),
          () -> one.delete("tomatoes"));
    }
    assertThat(looks).contains(2L);
  }

  @Test
  void vectorsComputedByOneProcessAreFoundByBoth() throws Exception {
    var embedded = Collections.synchronizedList(new ArrayList<String>());
    try (var first = embedder(one, embedded);
        var second = embedder(other, embedded);
        var changeLogFollower = new ChangeLogFollower(one.index(), () -> {});
        var otherFollower = new ChangeLogFollower(other.index(), () -> {})) {
      List.of(first, second).forEach(BackgroundEmbedder::start);
      List.of(changeLogFollower, otherFollower).forEach(ChangeLogFollower::start);
      IntStream.range(0, 40)
          .forEach(i ->
              (i % 2 == 0 ? one : other)
                  .put(
                      HarbourFixture.article(
                          "a" + i, null, null, null, "Ferry " + i + " is late.")));

      Waiting.until(one.index(), () -> complete(one, first), () -> {});
      Waiting.until(other.index(), () -> complete(other, second), () -> {});
    }
    assertThat(embedded).hasSize(40).doesNotHaveDuplicates();
  }

  @Test
  void theOtherProcessContinuesIfTheEmbeddingOneStops() throws Exception {
    var embedded = Collections.synchronizedList(new ArrayList<String>());
    one.put(HarbourFixture.LOCK);
    try (var first = embedder(one, embedded)) {
      Waiting.until(one.index(), () -> complete(one, first), first::start);
    }
    one.put(HarbourFixture.TOMATOES);
    one.close();
    try (var second = embedder(other, embedded)) {
      Waiting.until(other.index(), () -> complete(other, second), second::start);
    }
    assertThat(embedded).hasSize(2).doesNotHaveDuplicates();
  }

  private static boolean complete(
      HarbourFixture harbourFixture, BackgroundEmbedder backgroundEmbedder) {
    return harbourFixture.archive.summary().articles() > 0
        && backgroundEmbedder.backlog() == 0
        && harbourFixture.embeddings.pendingCount(harbourFixture.index().model()) == 0;
  }

  private static BackgroundEmbedder embedder(HarbourFixture harbourFixture, List<String> embedded) {
    return new BackgroundEmbedder(
        harbourFixture.archive,
        harbourFixture.embeddings,
        harbourFixture.index(),
        texts -> {
          embedded.addAll(texts);
          return HarbourFixture.MODEL.embedPassages(texts);
        });
  }
}
