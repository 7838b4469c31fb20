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

/// Does errands, so many at once, those of one line one after another. Safe for any number of
/// threads.
///
/// They run on platform threads: answering is computing and native code, which would hold the
/// carriers of virtual threads, and acknowledgements need those.
public final class OrderedWorkerPool {
  private static final Logger LOG = Logger.getLogger(OrderedWorkerPool.class);

  private final Map<String, Queue<Task>> lines = new HashMap<>();
  private final ExecutorService threads;
  private final Work work;
  private final ShutdownSignal shutdownSignal;
  private final int atOnce;
  private int waiting;

  /// @param work may fail, which ends that errand only
  public OrderedWorkerPool(int atOnce, Work work, ShutdownSignal shutdownSignal) {
    this.atOnce = atOnce;
    this.threads =
        Executors.newFixedThreadPool(
            atOnce, Thread.ofPlatform().name("slack-", 0).daemon().factory());
    this.work = work;
    this.shutdownSignal = shutdownSignal;
  }

  /// An errand to do.
  ///
  /// @param again whether it was begun, perhaps, before this process
  public record Task(long id, boolean again) {}

  /// Does an errand.
  public interface Work {
    /// @param hasTime whether no other errand waits for this one to end
    void accept(Task task, BooleanSupplier hasTime);
  }

  /// The errand is done in its turn.
  ///
  /// @param again whether it was begun, perhaps, before this process
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

  /// How many errands wait or are under way.
  public synchronized int waiting() {
    return waiting;
  }

  private synchronized boolean hasTime() {
    return waiting <= atOnce;
  }

  /// Begins no more errands, and waits for those under way for at most so long.
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
          e, "Message %d from Slack has no reply; it is taken up at the next start", task.id());
    } finally {
      goOn(line);
    }
  }

  private synchronized Task first(String line) {
    return lines.getOrDefault(line, new ArrayDeque<>()).element();
  }

  /// The next one of the line queues up behind the other lines.
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
