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
  private static final int PRIORITY = 1_000;

  private static final String OPERATIONS_PREFIX = "/q/";
  private static final int RETRY_AFTER_SECONDS = 5;

  private final ProblemMapper problemMapper;
  private final Duration grace;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition requestEnded = lock.newCondition();
  private int activeRequests;
  private boolean started;

  GracefulShutdown(ProblemMapper problemMapper, WebConfig config) {
    this.problemMapper = problemMapper;
    this.grace = config.shutdownGracePeriod();
  }

  void register(@Observes Filters filters) {
    filters.register(this::handle, PRIORITY);
  }

  /// Rejects new requests from now on.
  public void start() {
    lock.lock();
    try {
      started = true;
    } finally {
      lock.unlock();
    }
  }

  /// Returns true if new requests are rejected.
  boolean isStarted() {
    lock.lock();
    try {
      return started;
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
      while (activeRequests > 0 && left > 0) {
        left = requestEnded.awaitNanos(left);
      }
      return activeRequests;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return activeRequests;
    } finally {
      lock.unlock();
    }
  }

  private void handle(RoutingContext context) {
    if (RequestPath.of(context.request()).startsWith(OPERATIONS_PREFIX)) {
      context.next();
    } else if (tryAdmit()) {
      context.addEndHandler(_ -> onRequestEnd());
      context.next();
    } else {
      problemMapper.send(
          ProblemException.of(
                  ProblemType.SHUTTING_DOWN, "The server is shutting down. Retry in a moment.")
              .withRetryAfter(RETRY_AFTER_SECONDS),
          context.request());
    }
  }

  private boolean tryAdmit() {
    lock.lock();
    try {
      activeRequests += started ? 0 : 1;
      return !started;
    } finally {
      lock.unlock();
    }
  }

  private void onRequestEnd() {
    lock.lock();
    try {
      activeRequests--;
      requestEnded.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
