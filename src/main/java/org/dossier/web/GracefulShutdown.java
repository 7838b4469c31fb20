package org.dossier.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.dossier.web.problem.ProblemException;
import org.dossier.web.problem.ProblemType;
import org.dossier.web.request.RequestPath;
import org.dossier.web.request.WebConfig;

/// Graceful shutdown: after [#start], new requests are rejected, and requests in flight, including
/// streams, are finished. Health endpoints remain available to the end.
@Singleton
public final class GracefulShutdown {
  /// Runs before all other filters.
  private static final int FIRST = 1_000;

  private static final String FOR_OPERATORS = "/q/";
  private static final int COME_AGAIN_SECONDS = 5;

  private final ProblemMapper problemMapper;
  private final Duration grace;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ended = lock.newCondition();
  private int underWay;
  private boolean begun;

  GracefulShutdown(ProblemMapper problemMapper, WebConfig config) {
    this.problemMapper = problemMapper;
    this.grace = config.shutdownGracePeriod();
  }

  void stand(@Observes Filters filters) {
    filters.register(this::pass, FIRST);
  }

  /// Rejects new requests from now on.
  public void start() {
    lock.lock();
    try {
      begun = true;
    } finally {
      lock.unlock();
    }
  }

  /// Returns true if new requests are rejected.
  boolean isStarted() {
    lock.lock();
    try {
      return begun;
    } finally {
      lock.unlock();
    }
  }

  /// Waits until the last response is sent, or `dossier.web.shutdown-grace-period` has passed.
  ///
  /// @return the number of requests still in flight
  public int await() {
    long left = grace.toNanos();
    lock.lock();
    try {
      while (underWay > 0 && left > 0) {
        left = ended.awaitNanos(left);
      }
      return underWay;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return underWay;
    } finally {
      lock.unlock();
    }
  }

  private void pass(RoutingContext context) {
    if (RequestPath.of(context.request()).startsWith(FOR_OPERATORS)) {
      context.next();
    } else if (admitted()) {
      context.addEndHandler(_ -> end());
      context.next();
    } else {
      problemMapper.send(
          ProblemException.of(
                  ProblemType.SHUTTING_DOWN, "The server is shutting down. Retry in a moment.")
              .withRetryAfter(COME_AGAIN_SECONDS),
          context.request());
    }
  }

  private boolean admitted() {
    lock.lock();
    try {
      underWay += begun ? 0 : 1;
      return !begun;
    } finally {
      lock.unlock();
    }
  }

  private void end() {
    lock.lock();
    try {
      underWay--;
      ended.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
