package org.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DeadlockCheckTest {
  private final DeadlockCheck liveness = new DeadlockCheck();

  @Test
  void runningThreadsAreAlive() {
    assertThat(liveness.call().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  @Timeout(60)
  void deadlockedThreadsAreNotAlive() throws InterruptedException {
    var one = new ReentrantLock();
    var other = new ReentrantLock();
    var bothHold = new CyclicBarrier(2);
    var first = stuck("first", one, other, bothHold);
    var second = stuck("second", other, one, bothHold);

    var response = awaitDown();
    first.interrupt();
    second.interrupt();
    first.join();
    second.join();

    assertThat(response.getData().orElseThrow())
        .containsEntry("deadlockedThreads", "first, second");
    assertThat(liveness.call().getStatus()).isEqualTo(Status.UP);
  }

  private HealthCheckResponse awaitDown() {
    var response = liveness.call();
    while (response.getStatus() == Status.UP) {
      Thread.onSpinWait();
      response = liveness.call();
    }
    return response;
  }

  /// Acquires `held`, then waits for `wanted` until interrupted.
  private static Thread stuck(String name, Lock held, Lock wanted, CyclicBarrier bothHold) {
    return Thread.ofPlatform()
        .name(name)
        .start(() -> {
          held.lock();
          try {
            bothHold.await();
            wanted.lockInterruptibly();
            wanted.unlock();
          } catch (Exception e) {
            // Resolves the deadlock.
          } finally {
            held.unlock();
          }
        });
  }
}
