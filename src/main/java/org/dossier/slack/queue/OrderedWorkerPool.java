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

  private final Map<String, Queue<Task>> queues = new HashMap<>();
  private final ExecutorService threads;
  private final TaskHandler taskHandler;
  private final ShutdownSignal shutdownSignal;
  private final int threadCount;
  private int pendingCount;

  /// @param taskHandler processes a task; an exception ends that task only
  public OrderedWorkerPool(
      int threadCount, TaskHandler taskHandler, ShutdownSignal shutdownSignal) {
    this.threadCount = threadCount;
    this.threads =
        Executors.newFixedThreadPool(
            threadCount, Thread.ofPlatform().name("slack-", 0).daemon().factory());
    this.taskHandler = taskHandler;
    this.shutdownSignal = shutdownSignal;
  }

  /// A task.
  ///
  /// @param resumed true if another process, or an earlier run of this one, may have started the
  ///   task
  public record Task(long id, boolean resumed) {}

  /// Processes tasks.
  public interface TaskHandler {
    /// @param hasSpareThread returns true if no other task waits for a thread
    void handle(Task task, BooleanSupplier hasSpareThread);
  }

  /// Adds a task to the queue of its ordering key.
  ///
  /// @param resumed true if another process, or an earlier run of this one, may have started the
  ///   task
  synchronized void add(ReplyQueue.EnqueueResult.Enqueued enqueued, boolean resumed) {
    var key = enqueued.orderingKey();
    if (threads.isShutdown()) {
      return;
    }
    pendingCount++;
    var queue = queues.get(key);
    if (queue == null) {
      queue = new ArrayDeque<>();
      queues.put(key, queue);
      threads.execute(() -> runNext(key));
    }
    queue.add(new Task(enqueued.id(), resumed));
  }

  /// The number of tasks that are waiting or running.
  public synchronized int pendingCount() {
    return pendingCount;
  }

  private synchronized boolean hasSpareThread() {
    return pendingCount <= threadCount;
  }

  /// Starts no further tasks, and waits at most `timeout` for running ones.
  public void close(Duration timeout) {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.info("Replies to Slack are in progress; they continue at the next start");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void runNext(String key) {
    if (shutdownSignal.isTriggered()) {
      return;
    }
    var task = peek(key);
    try {
      taskHandler.handle(task, this::hasSpareThread);
    } catch (RuntimeException | Error e) {
      LOG.errorf(
          e, "Slack message %d has no reply yet; it will be resumed at the next start", task.id());
    } finally {
      finish(key);
    }
  }

  private synchronized Task peek(String key) {
    return queues.getOrDefault(key, new ArrayDeque<>()).element();
  }

  /// Requeues the ordering key behind the others.
  private synchronized void finish(String key) {
    pendingCount--;
    var queue = queues.getOrDefault(key, new ArrayDeque<>());
    queue.remove();
    if (queue.isEmpty()) {
      queues.remove(key);
    } else if (!threads.isShutdown()) {
      threads.execute(() -> runNext(key));
    }
  }
}
