package org.dossier.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.dossier.search.Filters;
import org.dossier.search.HarbourFixture;
import org.dossier.search.IndexException;
import org.dossier.search.IndexSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LuceneSnapshotTest {
  private static final int ROUNDS = 60;

  @Test
  void aSnapshotIsUnaffectedByConcurrentWrites(@TempDir Path folder) throws Exception {
    try (var harbourFixture = new HarbourFixture(folder)) {
      harbourFixture.put(HarbourFixture.LOCK, HarbourFixture.TOMATOES);
      var writing = new AtomicBoolean(true);
      var changes = new AtomicInteger();
      var reader =
          Thread.ofPlatform()
              .start(() -> {
                long last = 0;
                while (writing.get()) {
                  last = harbourFixture.index().search(LuceneSnapshotTest::consistentGeneration);
                  changes.set((int) last);
                }
              });
      var failure = new Throwable[1];
      reader.setUncaughtExceptionHandler((thread, thrown) -> failure[0] = thrown);

      for (int i = 0; i < ROUNDS; i++) {
        harbourFixture.put(
            HarbourFixture.article("pair-a", null, null, null, "Round " + i + " of the regatta."),
            HarbourFixture.article("pair-b", null, null, null, "Round " + i + " of the regatta."));
      }
      writing.set(false);
      reader.join();

      assertThat(failure[0]).isNull();
      assertThat(changes.get()).isPositive();
      assertThat(harbourFixture.words("regatta")).hasSize(2);
    }
  }

  /// Both articles of the pair are written in one transaction, so each snapshot has both or none.
  private static long consistentGeneration(IndexSnapshot indexSnapshot) {
    long generation = indexSnapshot.generation();
    var first = indexSnapshot.searchLexical("regatta", Filters.NONE, 10);
    var second = indexSnapshot.searchLexical("regatta", Filters.NONE, 10);
    if (!first.equals(second)
        || first.size() % 2 != 0
        || generation != indexSnapshot.generation()) {
      throw new AssertionError("not one snapshot: " + first + " and " + second);
    }
    return generation;
  }

  @Test
  void aSnapshotKeepsItsPassagesUntilItIsClosed(@TempDir Path folder) {
    try (var harbourFixture = new HarbourFixture(folder)) {
      harbourFixture.put(HarbourFixture.LOCK);
      try (var indexSnapshot = harbourFixture.index().snapshot()) {
        harbourFixture.delete("lock");

        assertThat(indexSnapshot.articles()).containsExactly("lock");
        assertThat(indexSnapshot.searchLexical("lock", Filters.NONE, 10)).isNotEmpty();
      }
      assertThat(harbourFixture.articlesByWords("lock")).isEmpty();
    }
  }

  @Test
  void closingASnapshotTwiceReleasesItOnce(@TempDir Path folder) {
    try (var harbourFixture = new HarbourFixture(folder)) {
      harbourFixture.put(HarbourFixture.LOCK);
      var indexSnapshot = harbourFixture.index().snapshot();
      indexSnapshot.close();
      indexSnapshot.close();

      assertThat(harbourFixture.articlesByWords("lock")).containsExactly("lock");
    }
  }

  @Test
  void interruptingAWriterDoesNotDamageTheIndex(@TempDir Path folder) {
    try (var harbourFixture = new HarbourFixture(folder)) {
      harbourFixture.put(HarbourFixture.LOCK);
      harbourFixture.archive.put(List.of(HarbourFixture.TOMATOES));

      Thread.currentThread().interrupt();
      try {
        harbourFixture.index().catchUp();
      } catch (IndexException expected) {
        // Only the wait was interrupted; the work continues.
      }

      assertThat(Thread.interrupted()).isTrue();
      harbourFixture.index().catchUp();
      assertThat(harbourFixture.articlesByWords("tomatoes")).containsExactly("tomatoes");
    }
  }
}
