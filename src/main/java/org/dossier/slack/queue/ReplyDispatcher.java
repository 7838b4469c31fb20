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
  static final String CLAIM = "slack";

  private static final Logger LOG = Logger.getLogger(ReplyDispatcher.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

  private final ReplyQueue replyQueue;
  private final OrderedWorkerPool orderedWorkerPool;
  private final ClusterLocks clusterLocks;
  private final ShutdownSignal shutdownSignal;
  private final Semaphore waking = new Semaphore(0);

  /// The numbers of pending replies that were passed to the workers.
  private final Set<Long> handedOut = new HashSet<>();

  private boolean onDuty;
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
    look();
    Thread.ofPlatform().name("slack-duty").daemon().start(this::run);
  }

  /// Signals that a new message was accepted.
  public void wake() {
    waking.release();
  }

  private void run() {
    while (!shutdownSignal.isTold()) {
      try {
        waking.tryAcquire(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
        waking.drainPermits();
        look();
        failing = false;
      } catch (RuntimeException e) {
        tellOnce(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void look() {
    boolean ours = clusterLocks.tryAcquire(CLAIM);
    if (ours) {
      handOut(!onDuty);
    }
    onDuty = ours;
  }

  /// @param again true if another process, or an earlier run of this one, may have started some of
  ///   the replies
  private void handOut(boolean again) {
    if (again) {
      handedOut.clear();
    }
    var waiting = replyQueue.waiting();
    handedOut.retainAll(waiting.stream().map(ReplyQueue.EnqueueResult.Kept::id).toList());
    for (var kept : waiting) {
      if (handedOut.add(kept.id())) {
        orderedWorkerPool.add(kept, again);
      }
    }
  }

  private void tellOnce(RuntimeException e) {
    if (!failing && !shutdownSignal.isTold()) {
      LOG.warnf(e, "Reply dispatch failed; retrying");
    }
    failing = true;
  }
}
