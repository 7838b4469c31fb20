package org.dossier.inference;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Something that takes long to load: loaded on first use, used by any number of threads, closed
/// once none uses it any more.
///
/// @param <T> what is loaded
final class LazyResource<T extends AutoCloseable> implements AutoCloseable {
  /// A cause may be its own.
  private static final int MOST_CAUSES = 20;

  private final ReadWriteLock use = new ReentrantReadWriteLock();
  private final String name;
  private final Supplier<T> loader;
  private volatile @Nullable T loaded;
  private volatile boolean closed;

  /// A class that could not be initialised once only says so from then on, and not why.
  private @Nullable ModelException failure;

  /// @param name what it is called in messages
  LazyResource(String name, Supplier<T> loader) {
    this.name = name;
    this.loader = loader;
  }

  /// Lends it to `work`, loading it before if nobody has.
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

  /// Waits for those who use it, then closes it for good.
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

  /// What the innermost cause says, or is.
  private static String cause(Throwable fault) {
    var innermost =
        Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
            .limit(MOST_CAUSES)
            .reduce(fault, (_, cause) -> cause);
    var message = innermost.getMessage();
    return message == null ? innermost.getClass().getSimpleName() : message;
  }
}
