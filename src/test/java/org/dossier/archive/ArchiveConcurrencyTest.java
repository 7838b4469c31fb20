package org.dossier.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dossier.database.Database;
import org.dossier.database.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Storage.class)
class ArchiveConcurrencyTest {
  private static final int WRITERS = 6;
  private static final int BATCHES = 15;

  private final Storage storage;

  @TempDir Path folder;

  ArchiveConcurrencyTest(Storage storage) {
    this.storage = storage;
  }

  @Test
  void followersMissNoChangeUnderConcurrentWrites() throws Exception {
    try (var database = storage.open(folder);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var archive = new Archive(database, Clock.systemUTC());
      var writing = new CountDownLatch(WRITERS);
      var tasks = new ArrayList<Callable<Map<String, Change>>>();
      for (int writer = 0; writer < WRITERS; writer++) {
        int number = writer;
        tasks.add(() -> {
          try {
            return write(database, number);
          } finally {
            writing.countDown();
          }
        });
      }
      for (int follower = 0; follower < 3; follower++) {
        tasks.add(() -> follow(archive, writing));
      }

      var results = new ArrayList<Map<String, Change>>();
      for (Future<Map<String, Change>> result : threads.invokeAll(tasks)) {
        results.add(result.get());
      }

      var truth = byArticle(archive.changesAfter(0, Integer.MAX_VALUE));
      assertThat(truth).hasSize(WRITERS * BATCHES);
      assertThat(results.subList(WRITERS, WRITERS + 3))
          .allSatisfy(followed -> assertThat(followed).isEqualTo(truth));
    }
  }

  private Map<String, Change> write(Database database, int writer) {
    var own = storage.inAnotherProcess(database, folder);
    try {
      write(new Archive(own, Clock.systemUTC()), new Embeddings(own), writer);
    } finally {
      if (own != database) {
        own.close();
      }
    }
    return Map.of();
  }

  private static void write(Archive archive, Embeddings embeddings, int writer) {
    for (int batch = 0; batch < BATCHES; batch++) {
      var id = writer + "/" + batch;
      archive.put(
          List.of(
              SampleArticles.bare(id, "First " + id),
              SampleArticles.bare(writer + "/0", "Changed in " + id)));
      switch (batch % 3) {
        case 0 -> archive.delete(id);
        case 1 -> embeddings.put("model", Map.of(), embeddings.pending("model", 2));
        default -> archive.put(List.of(SampleArticles.bare(id, "Second " + id)));
      }
    }
  }

  /// Reads on from the last sequence it saw, and fails if a sequence ever decreases.
  private static Map<String, Change> follow(Archive archive, CountDownLatch writing) {
    var followed = new HashMap<String, Change>();
    long last = 0;
    while (true) {
      boolean over = writing.getCount() == 0;
      var changes = archive.changesAfter(last, 7);
      for (var change : changes) {
        assertThat(change.sequence()).isGreaterThan(last);
        last = change.sequence();
        followed.put(change.articleId(), change);
      }
      if (over && changes.isEmpty()) {
        return followed;
      }
    }
  }

  private static Map<String, Change> byArticle(List<Change> changes) {
    var byArticle = new HashMap<String, Change>();
    changes.forEach(change -> byArticle.put(change.articleId(), change));
    return byArticle;
  }
}
