package org.dossier.slack.queue;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.dossier.database.ClusterLocks;
import org.dossier.slack.api.ShutdownSignal;
import org.jboss.logging.Logger;

/// Passes pending replies to the workers. Of several processes that share an archive, only the
/// leader dispatches, regardless of which process accepted a message. So each message gets one
/// reply, and the messages of a thread are answered one after another. If the leader dies, another
/// process takes over its pending replies.
public final class ReplyDispatcher {
  /// The name of the cluster lock that the leader holds.
  static final String LOCK = "slack";

  private static final Logger LOG = Logger.getLogger(ReplyDispatcher.class);
  private static final Duration POLL_INTERVAL = Duration.ofMillis(250);

  private final ReplyQueue replyQueue;
  private final OrderedWorkerPool orderedWorkerPool;
  private final ClusterLocks clusterLocks;
  private final ShutdownSignal shutdownSignal;
  private final Semaphore wakeUps = new Semaphore(0);

  /// The numbers of pending replies that were passed to the workers.
  private final Set<Long> dispatched = new HashSet<>();

  private boolean leader;
  private boolean failing;

  public ReplyDispatcher(
      ReplyQueue replyQueue,
      OrderedWorkerPool orderedWorkerPool,
      ClusterLocks clusterLocks,
      ShutdownSignal shutdownSignal) {
    this.replyQueue = replyQueue;
    this.orderedWorkerPool = orderedWorkerPool;
    this.clusterLocks = clusterLocks;
    this.shutdownSignal = shutdownSignal;
  }

  /// Dispatches pending replies if this process is the leader, and continues in the background.
  public void start() {
    poll();
    Thread.ofPlatform().name("slack-dispatcher").daemon().start(this::run);
  }

  /// Signals that a new message was accepted.
  public void wake() {
    wakeUps.release();
  }

  private void run() {
    while (!shutdownSignal.isTriggered()) {
      try {
        wakeUps.tryAcquire(POLL_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        wakeUps.drainPermits();
        poll();
        failing = false;
      } catch (RuntimeException e) {
        warnOnce(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void poll() {
    boolean claimed = clusterLocks.tryAcquire(LOCK);
    if (claimed) {
      dispatch(!leader);
    }
    leader = claimed;
  }

  /// @param resumed true if another process, or an earlier run of this one, may have started some
  ///   of the replies
  private void dispatch(boolean resumed) {
    if (resumed) {
      dispatched.clear();
    }
    var pending = replyQueue.pending();
    dispatched.retainAll(pending.stream().map(ReplyQueue.EnqueueResult.Enqueued::id).toList());
    for (var enqueued : pending) {
      if (dispatched.add(enqueued.id())) {
        orderedWorkerPool.add(enqueued, resumed);
      }
    }
  }

  private void warnOnce(RuntimeException e) {
    if (!failing && !shutdownSignal.isTriggered()) {
      LOG.warnf(e, "Reply dispatch failed; retrying");
    }
    failing = true;
  }
}
