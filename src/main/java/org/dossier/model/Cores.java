package org.dossier.model;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// The threads that one kind of work is spread over.
final class Cores implements AutoCloseable {
  private final String work;
  private final ExecutorService threads;

  /// @param work what the threads are named by
  /// @param atOnce how many there are
  Cores(String work, int atOnce) {
    this.work = work;
    this.threads = Executors.newFixedThreadPool(atOnce, daemons(work));
  }

  /// What `function` makes of each of `inputs`, in their order; several at once.
  ///
  /// @throws ModelException if it failed for one, or the waiting thread was interrupted
  <T, R> List<R> each(List<T> inputs, Function<T, R> function) {
    var tasks = inputs.stream().<Callable<R>>map(input -> () -> function.apply(input)).toList();
    try {
      var results = new ArrayList<R>(tasks.size());
      for (Future<R> done : threads.invokeAll(tasks)) {
        results.add(done.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ModelException("interrupted while %s %d texts".formatted(work, inputs.size()), e);
    } catch (ExecutionException e) {
      throw new ModelException("failed while %s a text".formatted(work), e.getCause());
    }
  }

  @Override
  public void close() {
    threads.shutdown();
  }

  private static ThreadFactory daemons(String work) {
    var number = new AtomicInteger();
    return task -> {
      var thread = new Thread(task, work + "-" + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
