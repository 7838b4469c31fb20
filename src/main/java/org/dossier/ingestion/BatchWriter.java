package org.dossier.ingestion;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.dossier.archive.Article;
import org.dossier.archive.InvalidArticleException;
import org.dossier.archive.PutResult;
import org.dossier.ingestion.format.RejectedArticleException;

/// A writer that stores articles in batches. If a batch fails, it stores the articles of the batch
/// one by one to find the faulty one.
final class BatchWriter {

  /// If this many consecutive articles fail, the fault is in the archive and not in the articles.
  private static final int FAULTS_IN_A_ROW = 10;

  private final Function<List<Article>, List<PutResult>> archive;
  private final IngestionLimits limits;
  private final Clock clock;
  private final List<Waiting> waiting = new ArrayList<>();
  private final Map<PutResult, Long> putResults = new EnumMap<>(PutResult.class);
  private Instant since = Instant.MIN;
  private int faults;

  private record Waiting(String file, ReadResult.ReadArticle readArticle) {}

  BatchWriter(
      Function<List<Article>, List<PutResult>> archive, IngestionLimits limits, Clock clock) {
    this.archive = archive;
    this.limits = limits;
    this.clock = clock;
  }

  /// Adds an article, which is stored at the next [#flush] at the latest.
  void add(String file, ReadResult.ReadArticle readArticle, Consumer<Rejection> refused) {
    if (waiting.isEmpty()) {
      since = clock.instant();
    }
    waiting.add(new Waiting(file, readArticle));
    boolean full = waiting.size() >= limits.batchArticles();
    if (full || !clock.instant().isBefore(since.plus(limits.batchTime()))) {
      flush(refused);
    }
  }

  /// Stores the waiting articles.
  ///
  /// @throws RuntimeException the archive's own exception, if it no longer accepts articles
  void flush(Consumer<Rejection> refused) {
    var batch = List.copyOf(waiting);
    waiting.clear();
    if (batch.isEmpty()) {
      return;
    }
    try {
      put(batch);
    } catch (RuntimeException e) {
      batch.forEach(one -> putAlone(one, refused));
    }
  }

  long count(PutResult putResult) {
    return putResults.getOrDefault(putResult, 0L);
  }

  /// The number of stored articles.
  long total() {
    return putResults.values().stream().mapToLong(Long::longValue).sum();
  }

  private void put(List<Waiting> batch) {
    archive
        .apply(batch.stream().map(one -> one.readArticle().article()).toList())
        .forEach(putResult -> putResults.merge(putResult, 1L, Long::sum));
    faults = 0;
  }

  private void putAlone(Waiting one, Consumer<Rejection> refused) {
    int line = one.readArticle().line();
    try {
      put(List.of(one));
    } catch (InvalidArticleException e) {
      refused.accept(Rejection.of(one.file(), RejectedArticleException.of(e, line)));
    } catch (RuntimeException e) {
      if (++faults >= FAULTS_IN_A_ROW) {
        throw e;
      }
      refused.accept(
          new Rejection(one.file(), line, null, "the archive rejects it: " + e.getMessage()));
    }
  }
}
