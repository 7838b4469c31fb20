package org.dossier.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.lucene.util.IOUtils;
import org.dossier.archive.Article;
import org.dossier.search.HarbourFixture;
import org.dossier.search.IndexSnapshot;
import org.dossier.search.Waiting;
import org.dossier.search.indexing.BackgroundEmbedder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BackgroundEmbedderTest {

  @TempDir private Path folder;
  private HarbourFixture harbourFixture;

  /// Every text that the model embedded.
  private final List<String> embedded = Collections.synchronizedList(new ArrayList<>());

  @BeforeEach
  void open() {
    harbourFixture = new HarbourFixture(folder);
  }

  @AfterEach
  void close() {
    harbourFixture.close();
  }

  @Test
  void theBacklogIsReportedUntilItIsEmpty() throws Exception {
    harbourFixture.put(HarbourFixture.LOCK, HarbourFixture.TOMATOES);

    try (var backgroundEmbedder = embedder(this::recorded)) {
      int passages = harbourFixture.index().search(IndexSnapshot::passages);
      assertThat(backgroundEmbedder.backlog()).isEqualTo(passages).isPositive();
      assertThat(backgroundEmbedder.rate()).isZero();

      Waiting.until(
          harbourFixture.index(),
          () -> backgroundEmbedder.backlog() == 0,
          backgroundEmbedder::start);

      assertThat(backgroundEmbedder.rate()).isPositive();
    }
  }

  @Test
  void anArticleAddedWhileRunningIsEmbedded() throws Exception {
    harbourFixture.put(HarbourFixture.LOCK);
    try (var backgroundEmbedder = embedder(this::recorded)) {
      Waiting.until(
          harbourFixture.index(),
          () -> backgroundEmbedder.backlog() == 0,
          backgroundEmbedder::start);

      Waiting.until(
          harbourFixture.index(),
          () -> harbourFixture.vectors("tomatoes").size() == 2,
          () -> harbourFixture.put(HarbourFixture.TOMATOES));
    }
  }

  @Test
  void noTextIsEmbeddedTwice() throws Exception {
    harbourFixture.put(HarbourFixture.LOCK, HarbourFixture.TOMATOES);
    embedAll();
    int first = embedded.size();

    harbourFixture.put(
        HarbourFixture.article(
            "lock-again",
            HarbourFixture.LOCK.title(),
            HarbourFixture.LOCK.publisher(),
            HarbourFixture.LOCK.published(),
            HarbourFixture.LOCK.text()));
    harbourFixture.closeIndex();
    IOUtils.rm(harbourFixture.indexFolder());
    embedAll();

    assertThat(embedded).hasSize(first).doesNotHaveDuplicates();
    assertThat(harbourFixture.vectors("lock")).hasSize(3);
  }

  @Test
  void anArticleOfManyPassagesIsEmbeddedInParts() throws Exception {
    var paragraphs = new ArrayList<String>();
    IntStream.range(0, 600)
        .forEach(i ->
            paragraphs.add(
                "Ferry number %d left pier %d with %d passengers and a cargo of green apples,"
                        .formatted(i, i % 7, 3 * i)
                    + " and it came back before noon because the wind had turned."));
    harbourFixture.put(
        HarbourFixture.article("long", null, null, null, String.join("\n\n", paragraphs)));
    var largest = new ArrayList<Integer>();

    try (var backgroundEmbedder =
        embedder(texts -> {
          largest.add(texts.size());
          return fake(texts);
        })) {
      assertThat(backgroundEmbedder.backlog()).isGreaterThan(64);
      Waiting.until(
          harbourFixture.index(),
          () -> backgroundEmbedder.backlog() == 0,
          backgroundEmbedder::start);
    }

    assertThat(Collections.max(largest)).isLessThanOrEqualTo(64);
  }

  @Test
  void embeddingIsRetriedAfterAFailure() throws Exception {
    harbourFixture.put(HarbourFixture.LOCK);
    var failures = new CountDownLatch(2);

    try (var backgroundEmbedder =
        embedder(texts -> {
          failures.countDown();
          if (failures.getCount() > 0) {
            throw new IllegalStateException("the model is ill (part of the test)");
          }
          return fake(texts);
        })) {
      Waiting.until(
          harbourFixture.index(),
          () -> backgroundEmbedder.backlog() == 0,
          backgroundEmbedder::start);
    }

    assertThat(failures.getCount()).isZero();
  }

  @Test
  void closingStopsEmbeddingAndKeepsFinishedVectors() throws Exception {
    var articles =
        IntStream.range(0, 200)
            .mapToObj(
                i -> HarbourFixture.article("a" + i, null, null, null, "Ferry " + i + " is late."))
            .toArray(Article[]::new);
    harbourFixture.put(articles);
    var embedder = new BackgroundEmbedder[1];
    var closing = new AtomicReference<Thread>();
    embedder[0] =
        embedder(texts -> {
          embedded.addAll(texts);
          if (closing.get() == null && embedded.size() > texts.size()) {
            closing.set(Thread.ofPlatform().start(embedder[0]::close));
            awaitWaiting(closing.get());
          }
          return fake(texts);
        });
    embedder[0].start();
    while (closing.get() == null) {
      Thread.onSpinWait();
    }
    closing.get().join();
    assertThat(embedded).hasSizeBetween(2, 199);

    embedAll();
    assertThat(embedded).hasSize(200).doesNotHaveDuplicates();
  }

  @Test
  void anEmbedderThatWasNotStartedCanBeClosed() {
    embedder(this::recorded).close();

    assertThat(embedded).isEmpty();
  }

  private void embedAll() throws InterruptedException {
    try (var backgroundEmbedder = embedder(this::recorded)) {
      Waiting.until(
          harbourFixture.index(),
          () -> backgroundEmbedder.backlog() == 0,
          backgroundEmbedder::start);
    }
  }

  private BackgroundEmbedder embedder(Function<List<String>, List<float[]>> model) {
    return new BackgroundEmbedder(
        harbourFixture.archive, harbourFixture.embeddings, harbourFixture.index(), model);
  }

  private List<float[]> recorded(List<String> texts) {
    embedded.addAll(texts);
    return HarbourFixture.MODEL.embedPassages(texts);
  }

  /// Waits until the thread is idle.
  private static void awaitWaiting(Thread thread) {
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
  }

  /// Vectors of length 1 with different directions.
  private static List<float[]> fake(List<String> texts) {
    return texts.stream()
        .map(text -> {
          var vector = new float[HarbourFixture.MODEL.dimension()];
          double angle = text.hashCode();
          vector[0] = (float) Math.cos(angle);
          vector[1] = (float) Math.sin(angle);
          return vector;
        })
        .toList();
  }
}
