package org.dossier.inference;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A resource that takes long to load: loaded on first use, shared by any number of threads, closed
/// when no thread uses it any more.
///
/// @param <T> the type of the resource
final class LazyResource<T extends AutoCloseable> implements AutoCloseable {
  /// A bound, because a chain of causes may be cyclic.
  private static final int MAX_CAUSES = 20;

  private final ReadWriteLock use = new ReentrantReadWriteLock();
  private final String name;
  private final Supplier<T> loader;
  private volatile @Nullable T loaded;
  private volatile boolean closed;

  /// The cause of a failed load. Kept because the JVM reports the cause of a failed class
  /// initialization only once.
  private @Nullable ModelException failure;

  /// @param name its name in messages
  LazyResource(String name, Supplier<T> loader) {
    this.name = name;
    this.loader = loader;
  }

  /// Runs `work` with the resource, loading it first if necessary.
  ///
  /// @throws ModelException if it cannot be loaded
  /// @throws IllegalStateException after [#close()]
  <R> R use(Function<? super T, R> work) {
    use.readLock().lock();
    try {
      var ready = loaded;
      return work.apply(ready != null ? ready : loadOnce());
    } finally {
      use.readLock().unlock();
    }
  }

  /// Waits for running work, then closes the resource permanently.
  @Override
  public void close() {
    use.writeLock().lock();
    try {
      closed = true;
      var last = loaded;
      loaded = null;
      if (last != null) {
        last.close();
      }
    } catch (Exception e) {
      throw new ModelException("cannot close the " + name, e);
    } finally {
      use.writeLock().unlock();
    }
  }

  private synchronized T loadOnce() {
    if (closed) {
      throw new IllegalStateException("the " + name + " is closed");
    }
    var ready = loaded;
    if (ready == null) {
      ready = load();
      loaded = ready;
    }
    return ready;
  }

  private T load() {
    if (failure != null) {
      throw failure;
    }
    try {
      return loader.get();
    } catch (RuntimeException | LinkageError e) {
      failure = new ModelException("cannot load the %s: %s".formatted(name, cause(e)), e);
      throw failure;
    }
  }

  /// The message of the innermost cause, or its class name.
  private static String cause(Throwable fault) {
    var innermost =
        Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
            .limit(MAX_CAUSES)
            .reduce(fault, (_, cause) -> cause);
    var message = innermost.getMessage();
    return message == null ? innermost.getClass().getSimpleName() : message;
  }
}
