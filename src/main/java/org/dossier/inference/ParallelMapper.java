package org.dossier.inference;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/// A thread pool for one kind of work.
final class ParallelMapper implements AutoCloseable {
  private final String name;
  private final ExecutorService threads;

  /// @param name the name of the threads
  /// @param concurrency the number of threads
  ParallelMapper(String name, int concurrency) {
    this.name = name;
    this.threads = Executors.newFixedThreadPool(concurrency, daemons(name));
  }

  /// The results of `function` for `inputs`, in their order. Several inputs are processed
  /// concurrently, the most expensive first, so that the threads finish at about the same time.
  ///
  /// @param effort the cost of an input, in any measure
  /// @throws ModelException if the function failed for an input, or the waiting thread was
  ///   interrupted
  <T, R> List<R> map(List<T> inputs, ToIntFunction<T> effort, Function<T, R> function) {
    var order =
        IntStream.range(0, inputs.size())
            .boxed()
            .sorted(Comparator.comparingInt((Integer i) -> -effort.applyAsInt(inputs.get(i))))
            .toList();
    var tasks = order.stream().<Callable<R>>map(i -> () -> function.apply(inputs.get(i))).toList();
    try {
      var results = new TreeMap<Integer, R>();
      var done = threads.invokeAll(tasks).iterator();
      for (int place : order) {
        results.put(place, done.next().get());
      }
      return List.copyOf(results.values());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ModelException("interrupted while %s %d texts".formatted(name, inputs.size()), e);
    } catch (ExecutionException e) {
      throw new ModelException("failed while %s a text".formatted(name), e.getCause());
    }
  }

  @Override
  public void close() {
    threads.shutdown();
  }

  private static ThreadFactory daemons(String name) {
    var number = new AtomicInteger();
    return task -> {
      var thread = new Thread(task, name + "-" + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
