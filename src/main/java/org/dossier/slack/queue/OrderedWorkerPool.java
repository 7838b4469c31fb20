package org.dossier.slack.queue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.dossier.slack.api.ShutdownSignal;
import org.jboss.logging.Logger;

/// Processes tasks concurrently, but tasks with the same ordering key one after another.
/// Thread-safe.
///
/// Tasks run on platform threads: answering computes and runs native code, which would pin the
/// carriers of virtual threads, and acknowledgements need those.
public final class OrderedWorkerPool {
  private static final Logger LOG = Logger.getLogger(OrderedWorkerPool.class);

  private final Map<String, Queue<Task>> lines = new HashMap<>();
  private final ExecutorService threads;
  private final Work work;
  private final ShutdownSignal shutdownSignal;
  private final int atOnce;
  private int waiting;

  /// @param work processes a task; an exception ends that task only
  public OrderedWorkerPool(int atOnce, Work work, ShutdownSignal shutdownSignal) {
    this.atOnce = atOnce;
    this.threads =
        Executors.newFixedThreadPool(
            atOnce, Thread.ofPlatform().name("slack-", 0).daemon().factory());
    this.work = work;
    this.shutdownSignal = shutdownSignal;
  }

  /// A task.
  ///
  /// @param again true if another process, or an earlier run of this one, may have started the task
  public record Task(long id, boolean again) {}

  /// Processes tasks.
  public interface Work {
    /// @param hasTime returns true if no other task waits for a thread
    void accept(Task task, BooleanSupplier hasTime);
  }

  /// Adds a task to the queue of its ordering key.
  ///
  /// @param again true if another process, or an earlier run of this one, may have started the task
  synchronized void add(ReplyQueue.EnqueueResult.Kept kept, boolean again) {
    var line = kept.line();
    if (threads.isShutdown()) {
      return;
    }
    waiting++;
    var queue = lines.get(line);
    if (queue == null) {
      queue = new ArrayDeque<>();
      lines.put(line, queue);
      threads.execute(() -> next(line));
    }
    queue.add(new Task(kept.id(), again));
  }

  /// The number of tasks that are waiting or running.
  public synchronized int waiting() {
    return waiting;
  }

  private synchronized boolean hasTime() {
    return waiting <= atOnce;
  }

  /// Starts no further tasks, and waits at most `patience` for running ones.
  public void close(Duration patience) {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.info("Replies to Slack are in progress; they continue at the next start");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void next(String line) {
    if (shutdownSignal.isTold()) {
      return;
    }
    var task = first(line);
    try {
      work.accept(task, this::hasTime);
    } catch (RuntimeException | Error e) {
      LOG.errorf(
          e, "Slack message %d has no reply yet; it will be resumed at the next start", task.id());
    } finally {
      goOn(line);
    }
  }

  private synchronized Task first(String line) {
    return lines.getOrDefault(line, new ArrayDeque<>()).element();
  }

  /// Requeues the ordering key behind the others.
  private synchronized void goOn(String line) {
    waiting--;
    var queue = lines.getOrDefault(line, new ArrayDeque<>());
    queue.remove();
    if (queue.isEmpty()) {
      lines.remove(line);
    } else if (!threads.isShutdown()) {
      threads.execute(() -> next(line));
    }
  }
}
