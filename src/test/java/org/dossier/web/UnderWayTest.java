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
import org.dossier.stages.StageListener;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class UnderWayTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  @Test
  void workReturnsWhatItReturns() {
    assertThat(new UnderWay(limits(1, LONG)).<String>run(stop -> "done")).isEqualTo("done");
  }

  @Test
  void workIsWatchedAndLoggedAsItsRequestIs() {
    StageListener stageListener = _ -> _ -> {};
    MDC.put("requestId", "r-1");
    try {
      var underWay = new UnderWay(limits(1, LONG));
      var seen =
          stageListener.call(() ->
              underWay.run(stop ->
                  StageListener.current() == stageListener && "r-1".equals(MDC.get("requestId"))));
      assertThat(seen).isTrue();
    } finally {
      MDC.remove("requestId");
    }
  }

  @Test
  void workThrowsWhatItThrows() {
    var underWay = new UnderWay(limits(1, LONG));

    assertThatThrownBy(() ->
            underWay.run(stop -> {
              throw new IllegalStateException("broken");
            }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("broken");
    assertThat(underWay.<String>run(stop -> "again")).isEqualTo("again");
  }

  @Test
  void oneTooManyIsToldToComeAgainAndComesAgain() throws InterruptedException {
    var underWay = new UnderWay(limits(2, LONG));
    var bothUnderWay = new CountDownLatch(2);
    var mayEnd = new CountDownLatch(1);
    var first = occupy(underWay, bothUnderWay, mayEnd);
    var second = occupy(underWay, bothUnderWay, mayEnd);
    bothUnderWay.await();

    assertThat(fault(() -> underWay.run(stop -> "third"))).isEqualTo(Fault.BUSY);

    mayEnd.countDown();
    CompletableFuture.allOf(first, second).orTimeout(30, TimeUnit.SECONDS).join();
    assertThat(underWay.<String>run(stop -> "third")).isEqualTo("third");
  }

  @Test
  void changesHavePlacesOfTheirOwn() {
    var underWay = new UnderWay(limits(1, LONG));

    var meanwhile =
        underWay.<List<Object>>run(asked ->
            underWay.change(changed ->
                List.of(
                    fault(() -> underWay.run(stop -> "a second question")),
                    fault(() -> underWay.change(stop -> "a second change")),
                    underWay.now())));

    assertThat(meanwhile).containsExactly(Fault.BUSY, Fault.BUSY, 1);
  }

  @Test
  void workThatTakesTooLongIsToldToStopAndCountsUntilItDoes() throws InterruptedException {
    var underWay = new UnderWay(limits(1, Duration.ofMillis(20)));
    var mayLook = new CountDownLatch(1);
    var ended = new CompletableFuture<Boolean>();

    var fault =
        fault(() ->
            underWay.run(stop -> {
              await(mayLook);
              ended.complete(isTold(stop));
              return "too late";
            }));

    assertThat(fault).isEqualTo(Fault.TOO_SLOW);
    assertThat(fault(() -> underWay.run(stop -> "next"))).isEqualTo(Fault.BUSY);
    mayLook.countDown();
    assertThat(ended.join()).isTrue();
  }

  private static CompletableFuture<String> occupy(
      UnderWay underWay, CountDownLatch underWayNow, CountDownLatch mayEnd) {
    return CompletableFuture.supplyAsync(
        () ->
            underWay.run(stop -> {
              underWayNow.countDown();
              await(mayEnd);
              return "done";
            }),
        task -> Thread.ofVirtual().start(task));
  }

  private static boolean isTold(UnderWay.Stop stop) {
    try {
      stop.check();
      return false;
    } catch (StoppedException e) {
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

  private static Fault fault(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
    return catchThrowableOfType(Problem.class, work).fault();
  }

  private static WebConfig limits(int underWay, Duration time) {
    return WebSettings.with(
        Map.of(
            "under-way-limit",
            String.valueOf(underWay),
            "changes-limit",
            "1",
            "time-limit",
            time.toString()));
  }
}
