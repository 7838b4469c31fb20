package org.dossier.concurrent;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;

/// One mutex for each key, not reentrant. Safe for any number of threads.
public final class KeyedMutex<K> {
  private final ConcurrentMap<K, CountDownLatch> held = new ConcurrentHashMap<>();

  /// Waits until no other thread holds the mutex of `key`, and holds it until the result is closed.
  ///
  /// @throws IllegalStateException if the thread is interrupted while it waits
  public Held lock(K key) {
    var released = new CountDownLatch(1);
    for (var other = held.putIfAbsent(key, released);
        other != null;
        other = held.putIfAbsent(key, released)) {
      await(other);
    }
    return () -> {
      held.remove(key, released);
      released.countDown();
    };
  }

  private static void await(CountDownLatch released) {
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for another thread's lock", e);
    }
  }

  /// A locked mutex; closing it unlocks it.
  @FunctionalInterface
  public interface Held extends AutoCloseable {
    @Override
    void close();
  }
}
