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

/// Hands articles to the archive in batches. An article for which a batch fails is found by handing
/// its articles over one by one.
final class BatchWriter {

  /// An archive that refuses so many in a row is itself at fault, not the articles.
  private static final int FAULTS_IN_A_ROW = 10;

  private final Function<List<Article>, List<PutResult>> archive;
  private final IngestionLimits limits;
  private final Clock clock;
  private final List<Waiting> waiting = new ArrayList<>();
  private final Map<PutResult, Long> putResults = new EnumMap<>(PutResult.class);
  private Instant since = Instant.MIN;
  private int faults;

  private record Waiting(String file, ReadResult.ReadArticle piece) {}

  BatchWriter(
      Function<List<Article>, List<PutResult>> archive, IngestionLimits limits, Clock clock) {
    this.archive = archive;
    this.limits = limits;
    this.clock = clock;
  }

  /// Takes an article, which is in the archive after the next [#flush] at the latest.
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

  /// Hands over what waits.
  ///
  /// @throws RuntimeException the archive's own, when it takes nothing any more
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

  /// How many the archive has taken.
  long total() {
    return putResults.values().stream().mapToLong(Long::longValue).sum();
  }

  private void put(List<Waiting> batch) {
    archive
        .apply(batch.stream().map(one -> one.piece().article()).toList())
        .forEach(putResult -> putResults.merge(putResult, 1L, Long::sum));
    faults = 0;
  }

  private void putAlone(Waiting one, Consumer<Rejection> refused) {
    int line = one.piece().line();
    try {
      put(List.of(one));
    } catch (InvalidArticleException e) {
      refused.accept(Rejection.of(one.file(), RejectedArticleException.of(e, line)));
    } catch (RuntimeException e) {
      if (++faults >= FAULTS_IN_A_ROW) {
        throw e;
      }
      refused.accept(
          new Rejection(one.file(), line, null, "the archive does not take it: " + e.getMessage()));
    }
  }
}
