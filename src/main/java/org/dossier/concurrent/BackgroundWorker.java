package org.dossier.concurrent;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.dossier.database.ArchiveUnavailableException;

/// A daemon thread that runs one piece of work repeatedly: immediately if there is more to do or if
/// it was woken, otherwise after a pause. A failure is logged and retried; the wait doubles with
/// each consecutive failure, up to 60 seconds. A failure that this program reports, such as an
/// unreachable search engine, is logged in one line, because its message states the cause; its
/// stack trace is logged at the level DEBUG.
///
/// The thread is never interrupted, because databases, Lucene and native code do not tolerate
/// interrupts.
public final class BackgroundWorker implements AutoCloseable {
  private static final Logger LOG = System.getLogger(BackgroundWorker.class.getName());
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int LONGEST_PAUSES = 60;

  /// The exceptions of this program have messages for operators.
  private static final String OWN = "org.dossier.";

  private final BooleanSupplier work;
  private final Duration pause;
  private final Thread thread;
  private final Semaphore waking = new Semaphore(0);
  private final CountDownLatch closing = new CountDownLatch(1);

  /// @param name name of the thread, and of the work in the log
  /// @param work does about a second's work per call; returns true if there is more to do
  ///   immediately
  public BackgroundWorker(String name, BooleanSupplier work) {
    this(name, PAUSE, work);
  }

  /// @param pause wait between two calls if there is no more to do immediately
  public BackgroundWorker(String name, Duration pause, BooleanSupplier work) {
    this.pause = pause;
    this.work = work;
    this.thread = new Thread(this::run, name);
    thread.setDaemon(true);
  }

  public void start() {
    thread.start();
  }

  /// Ends the current pause. Does not wait.
  public void wake() {
    waking.release();
  }

  /// True after [#close] was called; the work should then finish.
  public boolean isClosing() {
    return closing.getCount() == 0;
  }

  /// Waits until the work in progress finishes. A second call does nothing.
  @Override
  public void close() {
    closing.countDown();
    wake();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    int failures = 0;
    boolean unreachable = false;
    while (!isClosing()) {
      try {
        boolean more = work.getAsBoolean();
        if (failures > 0) {
          LOG.log(Level.INFO, thread.getName() + " works again");
        }
        failures = 0;
        unreachable = logResumed(unreachable);
        if (!more) {
          pause();
        }
      } catch (ArchiveUnavailableException e) {
        unreachable = awaitDatabase(unreachable, e);
      } catch (RuntimeException | Error e) {
        int pauses = Math.min(LONGEST_PAUSES, 1 << Math.min(failures, 10));
        failures++;
        logFailure(thread.getName() + " failed; retrying in " + pauses + " seconds", e);
        backOff(PAUSE.multipliedBy(pauses));
      }
    }
  }

  private static void logFailure(String event, Throwable e) {
    if (e.getClass().getName().startsWith(OWN)) {
      LOG.log(Level.WARNING, event + ": " + e.getMessage());
      LOG.log(Level.DEBUG, event, e);
    } else {
      LOG.log(Level.WARNING, event, e);
    }
  }

  /// Logs only the first of consecutive failures to reach the database, because all workers wait
  /// for it and resume as soon as it is back.
  private boolean awaitDatabase(boolean before, ArchiveUnavailableException e) {
    if (!before) {
      LOG.log(Level.WARNING, thread.getName() + " is waiting for the database: " + e.getMessage());
    }
    backOff(PAUSE);
    return true;
  }

  private boolean logResumed(boolean waited) {
    if (waited) {
      LOG.log(Level.INFO, thread.getName() + " resumes: the database is reachable again");
    }
    return false;
  }

  private void pause() {
    try {
      waking.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
      waking.drainPermits();
    } catch (InterruptedException e) {
      // No one interrupts this thread; one extra call of the work does no harm.
    }
  }

  private void backOff(Duration time) {
    try {
      closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      // As above.
    }
  }
}
