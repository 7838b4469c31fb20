package org.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.dossier.web.request.WebConfig;
import org.junit.jupiter.api.Test;

/// Health and metrics as operators see them.
@QuarkusTest
@TestProfile(DefaultProfile.class)
class OperationsTest {
  @Inject RequestExecutor requestExecutor;
  @Inject WebConfig config;

  @Test
  void readinessRequiresAnIndexWithContent() {
    var ready = Api.get("/q/health/ready");

    assertThat(ready.status()).isEqualTo(200);
    var check = ready.json().path("checks").path(0);
    assertThat(check.path("name").asText()).isEqualTo("archive index");
    assertThat(check.path("data").path("passages").asInt()).isPositive();
    assertThat(check.path("data").path("generation").asLong()).isPositive();
    assertThat(check.path("data").has("backlog")).isTrue();
    var live = Api.get("/q/health/live");
    assertThat(live.status()).isEqualTo(200);
    assertThat(live.json().path("checks").path(0).path("name").asText()).isEqualTo("threads");
    assertThat(Api.get("/q/health/started").status()).isEqualTo(200);
  }

  @Test
  void questionsAreCountedByTheirOutcome() {
    double answered =
        meter("dossier_questions_seconds_count\\{channel=\"api\",outcome=\"answered\"}");
    double notMentioned = meter("dossier_abstentions_total\\{reason=\"not-mentioned\"}");

    Api.ask("When did Iran and Russia sign the strategic cooperation agreement?");
    Api.ask("Who won the 2022 World Cup?");

    assertThat(meter("dossier_questions_seconds_count\\{channel=\"api\",outcome=\"answered\"}"))
        .isEqualTo(answered + 1);
    assertThat(meter("dossier_abstentions_total\\{reason=\"not-mentioned\"}"))
        .isEqualTo(notMentioned + 1);
    assertThat(meter("dossier_passages")).isPositive();
    assertThat(meter("dossier_embedding_backlog")).isNotNegative();
  }

  @Test
  void requestsOverTheLimitGetRetryAfter() throws InterruptedException {
    int limit = config.maxConcurrentRequests();
    var allUnderWay = new CountDownLatch(limit);
    var mayEnd = new CountDownLatch(1);
    var occupied = new ArrayList<CompletableFuture<Boolean>>();
    for (int i = 0; i < limit; i++) {
      occupied.add(occupy(allUnderWay, mayEnd));
    }
    allUnderWay.await();

    var refused = Api.post(Map.of("message", "Who?"));
    mayEnd.countDown();
    CompletableFuture.allOf(occupied.toArray(CompletableFuture[]::new)).join();

    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.type()).isEqualTo("application/problem+json");
    assertThat(refused.headers().firstValue("retry-after")).hasValue("2");
    assertThat(refused.json().path("limit").asInt()).isEqualTo(limit);
    assertThat(Api.post(Map.of("message", "Who?")).status()).isEqualTo(200);
  }

  private CompletableFuture<Boolean> occupy(CountDownLatch underWayNow, CountDownLatch mayEnd) {
    return CompletableFuture.supplyAsync(
        () ->
            requestExecutor.run(cancellationToken -> {
              underWayNow.countDown();
              try {
                mayEnd.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              return true;
            }),
        task -> Thread.ofVirtual().start(task));
  }

  private static double meter(String name) {
    var line = Pattern.compile("(?m)^" + name + " (.+)$").matcher(Api.get("/q/metrics").body());
    return line.find() ? Double.parseDouble(line.group(1)) : 0;
  }
}
