package org.dossier.search.lucene;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.dossier.search.IndexException;
import org.jspecify.annotations.Nullable;

/// A daemon thread of its own for one kind of work, one piece after another, whose caller waits.
/// The thread is never interrupted, whoever waits for it may be.
final class SerialExecutor implements AutoCloseable {
  private final ExecutorService thread;

  SerialExecutor(String name) {
    thread =
        Executors.newSingleThreadExecutor(work -> {
          var made = new Thread(work, name);
          made.setDaemon(true);
          return made;
        });
  }

  /// Does `work` and returns what it returns; throws on what it throws.
  ///
  /// @throws IllegalStateException after [#close]
  <T> T run(Callable<T> work) {
    try {
      return thread.submit(work).get();
    } catch (RejectedExecutionException e) {
      throw new IllegalStateException("the index is closed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IndexException("interrupted while the index is brought up to date", e);
    } catch (ExecutionException e) {
      throw rethrown(e.getCause());
    }
  }

  boolean isClosed() {
    return thread.isShutdown();
  }

  /// Takes no more work; what is under way goes on.
  @Override
  public void close() {
    thread.shutdown();
  }

  /// Waits until all work that was taken is done; to be called after [#close].
  void awaitEnd() {
    boolean interrupted = false;
    while (!thread.isTerminated()) {
      try {
        var _ = thread.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static RuntimeException rethrown(@Nullable Throwable cause) {
    return cause instanceof RuntimeException fault
        ? fault
        : new IndexException("the index cannot be brought up to date", cause);
  }
}
