package org.dossier.concurrent;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/// A mutex per key: work with equal keys runs one after another. Safe for any number of threads.
public final class KeyedMutex<K> {
  private final ConcurrentMap<K, CountDownLatch> underWay = new ConcurrentHashMap<>();

  /// Runs `work` as soon as no other thread runs work for `key`.
  public <T> T run(K key, Supplier<T> work) {
    var mine = new CountDownLatch(1);
    for (var other = underWay.putIfAbsent(key, mine);
        other != null;
        other = underWay.putIfAbsent(key, mine)) {
      await(other);
    }
    try {
      return work.get();
    } finally {
      underWay.remove(key);
      mine.countDown();
    }
  }

  private static void await(CountDownLatch other) {
    try {
      other.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the same work to end", e);
    }
  }
}
