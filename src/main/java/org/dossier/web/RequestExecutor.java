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

/// Executes the work of requests, with a limit on concurrency and a timeout for each request.
///
/// Work runs on platform threads, because it computes or runs native code (database, embedding
/// model), which would pin the carrier of a virtual thread. The caller, which only waits, should be
/// a virtual thread.
@Singleton
public final class RequestExecutor {
  private static final int RETRY_AFTER_SECONDS = 2;

  private final WebConfig config;
  private final ConcurrencyLimit requestLimit;
  private final ConcurrencyLimit changeLimit;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().name("request-", 0).daemon().factory());

  RequestExecutor(WebConfig config) {
    this.config = config;
    this.requestLimit = new ConcurrencyLimit(config.maxConcurrentRequests());
    this.changeLimit = new ConcurrencyLimit(config.maxConcurrentWrites());
  }

  /// Runs `work` and returns its result. After the timeout, the work is asked to stop and no longer
  /// waited for, but holds its permit until it ends. Its thread is not interrupted, because an
  /// interrupt closes the files that it reads.
  ///
  /// @throws ProblemException OVERLOADED, TIMEOUT or SHUTTING_DOWN; exceptions of `work` are
  ///   rethrown
  public <T> T run(Function<CancellationToken, T> work) {
    return run(requestLimit, work);
  }

  /// As [#run], but with the separate limit for changes of the archive, so that an article can be
  /// withdrawn under any load of questions.
  <T> T runWrite(Function<CancellationToken, T> work) {
    return run(changeLimit, work);
  }

  private <T> T run(ConcurrencyLimit concurrencyLimit, Function<CancellationToken, T> work) {
    if (!concurrencyLimit.permits().tryAcquire()) {
      throw ProblemException.of(
              ProblemType.OVERLOADED,
              "The server is at its limit of %d concurrent requests. Retry in a moment."
                  .formatted(concurrencyLimit.limit()))
          .withLimit(concurrencyLimit.limit())
          .withRetryAfter(RETRY_AFTER_SECONDS);
    }
    var cancellationToken = new CancellationToken();
    return await(start(concurrencyLimit, () -> work.apply(cancellationToken)), cancellationToken);
  }

  /// The permit is released before the result becomes visible to the caller.
  private <T> CompletableFuture<T> start(ConcurrencyLimit concurrencyLimit, Supplier<T> work) {
    try {
      return CompletableFuture.supplyAsync(ContextPropagation.wrap(work), threads)
          .whenComplete((value, fault) -> concurrencyLimit.permits().release());
    } catch (RejectedExecutionException e) {
      concurrencyLimit.permits().release();
      throw shuttingDown();
    }
  }

  private static ProblemException shuttingDown() {
    return ProblemException.of(
            ProblemType.SHUTTING_DOWN, "The server is shutting down. Retry in a moment.")
        .withRetryAfter(RETRY_AFTER_SECONDS);
  }

  private <T> T await(CompletableFuture<T> result, CancellationToken cancellationToken) {
    try {
      return result.get(config.requestTimeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      cancellationToken.cancel();
      long seconds = config.requestTimeout().toSeconds();
      throw ProblemException.of(
              ProblemType.TIMEOUT,
              "The request exceeded the limit of %d seconds. Its change may still be applied."
                  .formatted(seconds))
          .withLimit(seconds);
    } catch (InterruptedException e) {
      cancellationToken.cancel();
      Thread.currentThread().interrupt();
      throw shuttingDown();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }

  /// The number of requests in flight, without changes.
  int activeRequests() {
    return requestLimit.limit() - requestLimit.permits().availablePermits();
  }

  @PreDestroy
  void close() {
    threads.shutdown();
  }

  private record ConcurrencyLimit(int limit, Semaphore permits) {
    ConcurrencyLimit(int limit) {
      this(limit, new Semaphore(limit));
    }
  }

  /// Signals to the work that its result is no longer needed.
  public static final class CancellationToken {
    private volatile boolean cancelled;

    private void cancel() {
      cancelled = true;
    }

    /// @throws RequestCancelledException if the request was cancelled
    public void check() {
      if (cancelled) {
        throw new RequestCancelledException();
      }
    }
  }
}
