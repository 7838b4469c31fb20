package org.dossier.search.opensearch;

import java.util.concurrent.locks.ReentrantLock;
import org.dossier.database.ClusterLocks;

/// A lock among all threads of all processes on the archive.
final class SharedLock {
  private final ClusterLocks locks;
  private final String name;
  private final ReentrantLock inProcess = new ReentrantLock();

  SharedLock(ClusterLocks locks, String name) {
    this.locks = locks;
    this.name = name;
  }

  /// Acquires the lock, unless another thread or process holds it.
  boolean tryAcquire() {
    if (!inProcess.tryLock()) {
      return false;
    }
    boolean acquired = false;
    try {
      acquired = locks.tryAcquire(name);
    } finally {
      if (!acquired) {
        inProcess.unlock();
      }
    }
    return acquired;
  }

  /// To be called by the thread that acquired it.
  void release() {
    try {
      locks.release(name);
    } finally {
      inProcess.unlock();
    }
  }
}
