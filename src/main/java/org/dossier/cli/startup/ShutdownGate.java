package org.dossier.cli.startup;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;

/// Lets long work end cleanly when the process is asked to stop (Ctrl-C, SIGTERM). The work sees
/// the request in [#requested()], and its resources stay open until it has ended. Work that does
/// not end within the grace period is aborted, which loses nothing that was acknowledged.
@Singleton
public final class ShutdownGate {
  private static final Duration GRACE = Duration.ofSeconds(10);

  /// The exit code of a program that Ctrl-C ended: 128 plus the number of the signal.
  public static final int EXIT_CODE = 130;

  private final ReentrantLock working = new ReentrantLock();
  private volatile boolean requested;

  /// True once the work should end.
  public boolean requested() {
    return requested;
  }

  /// Runs work that polls [#requested()]. If a stop is requested during the work, `farewell` runs
  /// after it; nothing that follows in the caller is certain to run.
  public void during(Runnable work, Runnable farewell) {
    var hook = new Thread(this::interrupt, "shutdown-gate");
    working.lock();
    try {
      Runtime.getRuntime().addShutdownHook(hook);
      work.run();
      remove(hook);
    } catch (RuntimeException e) {
      // While the process stops, work may fail because resources are no longer available.
      if (!requested) {
        throw e;
      }
    } finally {
      if (requested) {
        farewell.run();
      }
      working.unlock();
    }
  }

  /// As [#during(Runnable, Runnable)], for work that returns an exit code.
  ///
  /// @return the exit code; [#EXIT_CODE] if the work failed because the process stops
  public int run(IntSupplier work, Runnable farewell) {
    var exitCode = new AtomicInteger(EXIT_CODE);
    during(() -> exitCode.set(work.getAsInt()), farewell);
    return exitCode.get();
  }

  /// @throws CancellationException if [#requested()]
  public void throwIfRequested() {
    if (requested) {
      throw new CancellationException();
    }
  }

  private static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // The process is ending, and the hook is harmless.
    }
  }

  /// The framework closes the resources of the work after this method.
  void beforeClosing(@Observes ShutdownEvent event) throws InterruptedException {
    awaitWork();
  }

  /// The framework's own hook would wait indefinitely for a start in progress.
  private void interrupt() {
    requested = true;
    try {
      if (!awaitWork()) {
        Runtime.getRuntime().halt(EXIT_CODE);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean awaitWork() throws InterruptedException {
    if (!working.tryLock(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
      return false;
    }
    working.unlock();
    return true;
  }
}
