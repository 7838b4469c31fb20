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

/// Lets long work end in good order when the process is told to stop (Ctrl-C, SIGTERM): it is asked
/// to, and what it works on stays open until it has. Work that does not end in time is cut off,
/// which loses nothing that was acknowledged.
@Singleton
public final class ShutdownGate {
  private static final Duration GRACE = Duration.ofSeconds(10);

  /// What shells show for a program that Ctrl-C ended: 128 and the number of the signal.
  public static final int EXIT_CODE = 130;

  private final ReentrantLock working = new ReentrantLock();
  private volatile boolean requested;

  /// Whether the work should end now.
  public boolean requested() {
    return requested;
  }

  /// Runs work that asks [#requested()] now and then, and `farewell` if it was requested meanwhile:
  /// the last thing that is certain to be done.
  public void during(Runnable work, Runnable farewell) {
    var hook = new Thread(this::interrupt, "interruption");
    working.lock();
    try {
      Runtime.getRuntime().addShutdownHook(hook);
      work.run();
      remove(hook);
    } catch (RuntimeException e) {
      // Work may stumble over what cannot be had any more while the process ends.
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
      // The process is ending, and the hook does no harm.
    }
  }

  /// When this returns, the framework closes what the work works on.
  void beforeClosing(@Observes ShutdownEvent event) throws InterruptedException {
    endsInTime();
  }

  /// The framework's own hook would wait without end for a start that is under way.
  private void interrupt() {
    requested = true;
    try {
      if (!endsInTime()) {
        Runtime.getRuntime().halt(EXIT_CODE);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean endsInTime() throws InterruptedException {
    if (!working.tryLock(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
      return false;
    }
    working.unlock();
    return true;
  }
}
