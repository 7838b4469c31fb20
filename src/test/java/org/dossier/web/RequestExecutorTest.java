package org.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.dossier.instrumentation.StageListener;
import org.dossier.web.problem.ProblemException;
import org.dossier.web.problem.ProblemType;
import org.dossier.web.request.WebConfig;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RequestExecutorTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  @Test
  void theResultOfTheWorkIsReturned() {
    assertThat(new RequestExecutor(limits(1, LONG)).<String>run(cancellationToken -> "done"))
        .isEqualTo("done");
  }

  @Test
  void workInheritsListenerAndLogContext() {
    StageListener stageListener = _ -> _ -> {};
    MDC.put("requestId", "r-1");
    try {
      var requestExecutor = new RequestExecutor(limits(1, LONG));
      var seen =
          stageListener.call(() ->
              requestExecutor.run(cancellationToken ->
                  stageListener.equals(StageListener.current())
                      && "r-1".equals(MDC.get("requestId"))));
      assertThat(seen).isTrue();
    } finally {
      MDC.remove("requestId");
    }
  }

  @Test
  void exceptionsOfTheWorkAreRethrown() {
    var requestExecutor = new RequestExecutor(limits(1, LONG));

    assertThatThrownBy(() ->
            requestExecutor.run(cancellationToken -> {
              throw new IllegalStateException("broken");
            }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("broken");
    assertThat(requestExecutor.<String>run(cancellationToken -> "again")).isEqualTo("again");
  }

  @Test
  void excessRequestsAreRejectedUntilAPermitIsFree() throws InterruptedException {
    var requestExecutor = new RequestExecutor(limits(2, LONG));
    var bothUnderWay = new CountDownLatch(2);
    var mayEnd = new CountDownLatch(1);
    var first = occupy(requestExecutor, bothUnderWay, mayEnd);
    var second = occupy(requestExecutor, bothUnderWay, mayEnd);
    bothUnderWay.await();

    assertThat(fault(() -> requestExecutor.run(cancellationToken -> "third")))
        .isEqualTo(ProblemType.OVERLOADED);

    mayEnd.countDown();
    CompletableFuture.allOf(first, second).orTimeout(30, TimeUnit.SECONDS).join();
    assertThat(requestExecutor.<String>run(cancellationToken -> "third")).isEqualTo("third");
  }

  @Test
  void rejectionAfterShutdownReleasesThePermit() {
    var requestExecutor = new RequestExecutor(limits(1, LONG));
    requestExecutor.close();

    assertThat(fault(() -> requestExecutor.run(cancellationToken -> "late")))
        .isEqualTo(ProblemType.SHUTTING_DOWN);
    assertThat(requestExecutor.activeRequests()).isZero();
  }

  @Test
  void changesHaveASeparateLimit() {
    var requestExecutor = new RequestExecutor(limits(1, LONG));

    var meanwhile =
        requestExecutor.<List<Object>>run(asked ->
            requestExecutor.runWrite(changed ->
                List.of(
                    fault(() -> requestExecutor.run(cancellationToken -> "a second question")),
                    fault(() -> requestExecutor.runWrite(cancellationToken -> "a second change")),
                    requestExecutor.activeRequests())));

    assertThat(meanwhile).containsExactly(ProblemType.OVERLOADED, ProblemType.OVERLOADED, 1);
  }

  @Test
  void timedOutWorkIsCancelledAndHoldsItsPermitUntilItEnds() throws InterruptedException {
    var requestExecutor = new RequestExecutor(limits(1, Duration.ofMillis(20)));
    var mayLook = new CountDownLatch(1);
    var ended = new CompletableFuture<Boolean>();

    var problemType =
        fault(() ->
            requestExecutor.run(cancellationToken -> {
              await(mayLook);
              ended.complete(isTold(cancellationToken));
              return "too late";
            }));

    assertThat(problemType).isEqualTo(ProblemType.TIMEOUT);
    assertThat(fault(() -> requestExecutor.run(cancellationToken -> "next")))
        .isEqualTo(ProblemType.OVERLOADED);
    mayLook.countDown();
    assertThat(ended.join()).isTrue();
  }

  private static CompletableFuture<String> occupy(
      RequestExecutor requestExecutor, CountDownLatch underWayNow, CountDownLatch mayEnd) {
    return CompletableFuture.supplyAsync(
        () ->
            requestExecutor.run(cancellationToken -> {
              underWayNow.countDown();
              await(mayEnd);
              return "done";
            }),
        task -> Thread.ofVirtual().start(task));
  }

  private static boolean isTold(RequestExecutor.CancellationToken cancellationToken) {
    try {
      cancellationToken.check();
      return false;
    } catch (RequestCancelledException e) {
      return true;
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ProblemType fault(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
    return catchThrowableOfType(ProblemException.class, work).problemType();
  }

  private static WebConfig limits(int underWay, Duration time) {
    return WebSettings.with(
        Map.of(
            "max-concurrent-requests",
            String.valueOf(underWay),
            "max-concurrent-writes",
            "1",
            "request-timeout",
            time.toString()));
  }
}
