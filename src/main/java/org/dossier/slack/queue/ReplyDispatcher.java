package org.dossier.slack.queue;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.dossier.database.ClusterLocks;
import org.dossier.slack.api.ShutdownSignal;
import org.jboss.logging.Logger;

/// Hands the errands that wait to the workers. Of several processes on one archive one at a time
/// does so, whichever of them took a message over: so it gets one reply, and those of one thread
/// get theirs one after another. Where that process dies, another one takes up what it left.
public final class ReplyDispatcher {
  /// What the process on duty has claimed.
  static final String CLAIM = "slack";

  private static final Logger LOG = Logger.getLogger(ReplyDispatcher.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

  private final ReplyQueue replyQueue;
  private final OrderedWorkerPool orderedWorkerPool;
  private final ClusterLocks clusterLocks;
  private final ShutdownSignal shutdownSignal;
  private final Semaphore waking = new Semaphore(0);

  /// Numbers of errands that wait and that the workers have.
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

  /// Takes up what waits, where that is for this process, and goes on with what comes.
  public void start() {
    look();
    Thread.ofPlatform().name("slack-duty").daemon().start(this::run);
  }

  /// There is something new.
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

  /// @param again whether another process, or an earlier one, may have begun with any of them
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
      LOG.warnf(e, "Slack's messages wait");
    }
    failing = true;
  }
}
