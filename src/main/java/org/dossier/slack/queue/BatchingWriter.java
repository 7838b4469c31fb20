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
  private static final int MAX_BATCH_SIZE = 256;

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
  private record Entry<T>(Function<ReplyQueueDao, T> work, CompletableFuture<T> completion) {
    /// Runs within the transaction; the returned action completes the result after the commit.
    Runnable execute(ReplyQueueDao dao) {
      var result = work.apply(dao);
      return () -> completion.complete(result);
    }
  }

  /// Starts writing.
  public void start() {
    // A dedicated thread, so that computation cannot delay acknowledgements.
    Thread.ofPlatform().name("slack-writer").daemon().start(this::write);
  }

  /// Completes when the change is on disk; fails if it cannot be written, with a
  /// [ShutdownException] if the bot stops.
  <T> CompletableFuture<T> write(Function<ReplyQueueDao, T> work) {
    var entry = new Entry<>(work, new CompletableFuture<T>());
    queue.add(entry);
    if (shutdownSignal.isTriggered() && queue.remove(entry)) {
      entry.completion().completeExceptionally(new ShutdownException());
    }
    return entry.completion();
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
    return database.read(handle -> work.apply(dao(handle)));
  }

  private void write() {
    while (!shutdownSignal.isTriggered()) {
      var batch = nextBatch();
      if (!batch.isEmpty()) {
        write(batch);
      }
    }
    for (var entry = queue.poll(); entry != null; entry = queue.poll()) {
      entry.completion().completeExceptionally(new ShutdownException());
    }
  }

  private ReplyQueueDao dao(Handle handle) {
    return new ReplyQueueDao(handle, database.clusterLocks(), clock.millis());
  }

  private List<Entry<?>> nextBatch() {
    var batch = new ArrayList<Entry<?>>();
    try {
      var first = queue.poll(100, TimeUnit.MILLISECONDS);
      if (first != null) {
        batch.add(first);
        queue.drainTo(batch, MAX_BATCH_SIZE - 1);
      }
    } catch (InterruptedException e) {
      shutdownSignal.trigger();
    }
    return batch;
  }

  private void write(List<Entry<?>> batch) {
    try {
      var completions =
          database.write(handle -> {
            var dao = dao(handle);
            return batch.stream().map(entry -> entry.execute(dao)).toList();
          });
      completions.forEach(Runnable::run);
    } catch (RuntimeException e) {
      batch.forEach(entry -> entry.completion().completeExceptionally(e));
    }
  }
}
