package org.dossier.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class KeyedMutexTest {
  private final KeyedMutex<String> mutex = new KeyedMutex<>();

  @Test
  @SuppressWarnings("ThreadPriorityCheck") // `yield` makes an overlap likely if the lock fails.
  void oneThreadAtATimeHoldsAKey() throws Exception {
    var holders = new AtomicInteger();
    Callable<Integer> work =
        () -> {
          try (var _ = mutex.lock("a")) {
            int now = holders.incrementAndGet();
            Thread.yield();
            holders.decrementAndGet();
            return now;
          }
        };
    var tasks = new ArrayList<Callable<Integer>>();
    for (int i = 0; i < 1_000; i++) {
      tasks.add(work);
    }

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var result : threads.invokeAll(tasks)) {
        assertThat(result.get()).isOne();
      }
    }
  }

  @Test
  void differentKeysDoNotExcludeEachOther() {
    try (var _ = mutex.lock("a")) {
      assertThatCode(() -> mutex.lock("b").close()).doesNotThrowAnyException();
    }
  }

  @Test
  void keyIsFreeAfterAFailure() {
    assertThatThrownBy(
            () -> {
              try (var _ = mutex.lock("a")) {
                throw new IllegalStateException("failed");
              }
            })
        .hasMessage("failed");

    mutex.lock("a").close();
  }

  @Test
  void interruptEndsTheWait() {
    try (var _ = mutex.lock("a")) {
      Thread.currentThread().interrupt();

      assertThatThrownBy(() -> mutex.lock("a")).isInstanceOf(IllegalStateException.class);
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
