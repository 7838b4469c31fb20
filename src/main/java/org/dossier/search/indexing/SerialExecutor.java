package org.dossier.search.indexing;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.dossier.search.IndexException;
import org.jspecify.annotations.Nullable;

/// An executor with one daemon thread, which runs one task at a time while the caller waits. The
/// thread is never interrupted, but a waiting caller may be.
public final class SerialExecutor implements AutoCloseable {
  private final ExecutorService thread;

  public SerialExecutor(String name) {
    thread =
        Executors.newSingleThreadExecutor(work -> {
          var created = new Thread(work, name);
          created.setDaemon(true);
          return created;
        });
  }

  /// Runs `work`, and returns its result or rethrows its exception.
  ///
  /// @throws IllegalStateException after [#close]
  public <T> T run(Callable<T> work) {
    try {
      return thread.submit(work).get();
    } catch (RejectedExecutionException e) {
      throw new IllegalStateException("the index is closed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IndexException("interrupted while waiting for the index", e);
    } catch (ExecutionException e) {
      throw rethrown(e.getCause());
    }
  }

  public boolean isClosed() {
    return thread.isShutdown();
  }

  /// Rejects further work. Work in progress continues.
  @Override
  public void close() {
    thread.shutdown();
  }

  /// Waits until all accepted work is done. To be called after [#close].
  public void awaitEnd() {
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
        : new IndexException("the index cannot be updated", cause);
  }
}
