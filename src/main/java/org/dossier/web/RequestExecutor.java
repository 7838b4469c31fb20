package org.dossier.web;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.dossier.web.problem.ProblemException;
import org.dossier.web.problem.ProblemType;
import org.dossier.web.request.WebConfig;

/// Carries out the work of requests, so much at once and each for so long.
///
/// Work runs on platform threads, for it is computing and native code (database, embedding model)
/// that would hold a virtual thread's carrier anyway; whoever waits for it should be a virtual one.
@Singleton
final class RequestExecutor {
  private static final int COME_AGAIN_SECONDS = 2;

  private final WebConfig config;
  private final ConcurrencyLimit forRequests;
  private final ConcurrencyLimit forChanges;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().name("request-", 0).daemon().factory());

  RequestExecutor(WebConfig config) {
    this.config = config;
    this.forRequests = new ConcurrencyLimit(config.maxConcurrentRequests());
    this.forChanges = new ConcurrencyLimit(config.maxConcurrentWrites());
  }

  /// Does `work` and returns what it returns. Work that takes too long is told to stop and is not
  /// waited for, but counts as under way until it ends: no thread is interrupted, since an
  /// interrupt closes the files that it is reading.
  ///
  /// @throws ProblemException OVERLOADED or TIMEOUT; whatever `work` throws is thrown on
  <T> T run(Function<CancellationToken, T> work) {
    return run(forRequests, work);
  }

  /// As [#run], in a place that is kept for changes of the archive: an article is withdrawn however
  /// many may ask.
  <T> T runWrite(Function<CancellationToken, T> work) {
    return run(forChanges, work);
  }

  private <T> T run(ConcurrencyLimit concurrencyLimit, Function<CancellationToken, T> work) {
    if (!concurrencyLimit.free().tryAcquire()) {
      throw ProblemException.of(
              ProblemType.OVERLOADED,
              "The server is at its limit of %d concurrent requests. Retry in a moment."
                  .formatted(concurrencyLimit.limit()))
          .withLimit(concurrencyLimit.limit())
          .withRetryAfter(COME_AGAIN_SECONDS);
    }
    var cancellationToken = new CancellationToken();
    return await(start(concurrencyLimit, () -> work.apply(cancellationToken)), cancellationToken);
  }

  /// The place is free again before the result can be seen.
  private <T> CompletableFuture<T> start(ConcurrencyLimit concurrencyLimit, Supplier<T> work) {
    try {
      return CompletableFuture.supplyAsync(ContextPropagation.along(work), threads)
          .whenComplete((value, fault) -> concurrencyLimit.free().release());
    } catch (RejectedExecutionException e) {
      concurrencyLimit.free().release();
      throw stopping();
    }
  }

  private static ProblemException stopping() {
    return ProblemException.of(
            ProblemType.SHUTTING_DOWN, "The server is shutting down. Retry in a moment.")
        .withRetryAfter(COME_AGAIN_SECONDS);
  }

  private <T> T await(CompletableFuture<T> result, CancellationToken cancellationToken) {
    try {
      return result.get(config.requestTimeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      cancellationToken.now();
      long seconds = config.requestTimeout().toSeconds();
      throw ProblemException.of(
              ProblemType.TIMEOUT,
              "The request exceeded the limit of %d seconds. Its change may still be applied."
                  .formatted(seconds))
          .withLimit(seconds);
    } catch (InterruptedException e) {
      cancellationToken.now();
      Thread.currentThread().interrupt();
      throw stopping();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }

  /// How many are under way now, changes left out.
  int now() {
    return forRequests.limit() - forRequests.free().availablePermits();
  }

  @PreDestroy
  void close() {
    threads.shutdown();
  }

  private record ConcurrencyLimit(int limit, Semaphore free) {
    ConcurrencyLimit(int limit) {
      this(limit, new Semaphore(limit));
    }
  }

  /// Tells work that nobody waits for it any more.
  static final class CancellationToken {
    private volatile boolean told;

    private void now() {
      told = true;
    }

    /// @throws RequestCancelledException if the client is gone
    void check() {
      if (told) {
        throw new RequestCancelledException();
      }
    }
  }
}
