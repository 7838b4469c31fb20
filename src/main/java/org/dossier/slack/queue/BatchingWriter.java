package org.dossier.slack.queue;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.dossier.database.Database;
import org.dossier.slack.api.ShutdownException;
import org.dossier.slack.api.ShutdownSignal;
import org.jdbi.v3.core.Handle;

/// Writes changes to the database in batches. Changes that arrive during one transaction are
/// written together by the next, so that many concurrent messages need few disk writes.
/// Thread-safe.
public final class BatchingWriter {
  private static final int MOST_AT_ONCE = 256;

  private final LinkedBlockingQueue<Entry<?>> queue = new LinkedBlockingQueue<>();
  private final Database database;
  private final Clock clock;
  private final ShutdownSignal shutdownSignal;

  public BatchingWriter(Database database, Clock clock, ShutdownSignal shutdownSignal) {
    this.database = database;
    this.clock = clock;
    this.shutdownSignal = shutdownSignal;
  }

  /// A pending write and its result.
  private record Entry<T>(Function<ReplyQueueDao, T> work, CompletableFuture<T> written) {
    /// Runs within the transaction; the returned action completes the result after the commit.
    Runnable carriedOut(ReplyQueueDao rows) {
      var result = work.apply(rows);
      return () -> written.complete(result);
    }
  }

  /// Starts writing.
  public void start() {
    // A dedicated thread, so that computation cannot delay acknowledgements.
    Thread.ofPlatform().name("slack-journal").daemon().start(this::write);
  }

  /// Completes when the change is on disk; fails if it cannot be written, with a
  /// [ShutdownException] if the bot stops.
  <T> CompletableFuture<T> write(Function<ReplyQueueDao, T> work) {
    var entry = new Entry<>(work, new CompletableFuture<T>());
    queue.add(entry);
    if (shutdownSignal.isTold() && queue.remove(entry)) {
      entry.written().completeExceptionally(new ShutdownException());
    }
    return entry.written();
  }

  /// Returns when the change is on disk.
  ///
  /// @throws RuntimeException if it could not be written
  <T> T writeAndAwait(Function<ReplyQueueDao, T> work) {
    try {
      return write(work).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  <T> T read(Function<ReplyQueueDao, T> work) {
    return database.read(handle -> work.apply(rows(handle)));
  }

  private void write() {
    while (!shutdownSignal.isTold()) {
      var batch = next();
      if (!batch.isEmpty()) {
        write(batch);
      }
    }
    for (var entry = queue.poll(); entry != null; entry = queue.poll()) {
      entry.written().completeExceptionally(new ShutdownException());
    }
  }

  private ReplyQueueDao rows(Handle handle) {
    return new ReplyQueueDao(handle, database.clusterLocks(), clock.millis());
  }

  private List<Entry<?>> next() {
    var batch = new ArrayList<Entry<?>>();
    try {
      var first = queue.poll(100, TimeUnit.MILLISECONDS);
      if (first != null) {
        batch.add(first);
        queue.drainTo(batch, MOST_AT_ONCE - 1);
      }
    } catch (InterruptedException e) {
      shutdownSignal.now();
    }
    return batch;
  }

  private void write(List<Entry<?>> batch) {
    try {
      var completions =
          database.write(handle -> {
            var rows = rows(handle);
            return batch.stream().map(entry -> entry.carriedOut(rows)).toList();
          });
      completions.forEach(Runnable::run);
    } catch (RuntimeException e) {
      batch.forEach(entry -> entry.written().completeExceptionally(e));
    }
  }
}
