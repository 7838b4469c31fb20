package org.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdleTimeoutExemptionTest {
  private final Vertx vertx = Vertx.vertx();
  private final CompletableFuture<HttpServerRequest> waiting = new CompletableFuture<>();
  private HttpServer server;

  @BeforeEach
  void serveBriefly() throws Exception {
    var brief =
        new HttpServerOptions().setIdleTimeout(300).setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
    server =
        vertx
            .createHttpServer(brief)
            .requestHandler(request -> {
              if ("/long".equals(request.path())) {
                IdleTimeoutExemption.apply(request);
                waiting.complete(request);
              }
            })
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get();
  }

  @AfterEach
  void stop() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get();
  }

  @Test
  void exemptRequestsOutlastTheIdleTimeout() throws Exception {
    try (var client = HttpClient.newHttpClient();
        var other = HttpClient.newHttpClient()) {
      var answer = client.sendAsync(to("/long"), BodyHandlers.ofString());
      var request = waiting.get();

      assertThatExceptionOfType(IOException.class)
          .as("one that came later, and is not patient")
          .isThrownBy(() -> other.send(to("/other"), BodyHandlers.ofString()));
      assertThat(answer).isNotDone();

      request.response().end("done");
      assertThat(answer.get().body()).isEqualTo("done");
      assertThat(answer.get().headers().firstValue("Connection")).contains("close");
    }
  }

  private HttpRequest to(String path) {
    return HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:%d%s".formatted(server.actualPort(), path)))
        .version(HttpClient.Version.HTTP_1_1)
        .build();
  }
}
