package org.dossier.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Tests of the load against a server with canned replies: its counts, and the start of its
/// latencies.
final class LoadTest {
  private static final List<String> REPLIES = List.of("answered", "abstained", "", "answered");
  private static final long SECOND = 1_000_000;

  private final ObjectMapper json = new ObjectMapper();
  private final Set<String> articles = ConcurrentHashMap.newKeySet();
  private final AtomicInteger asked = new AtomicInteger();
  private final CountDownLatch allAreDue = new CountDownLatch(20);
  private HttpServer server;

  @BeforeEach
  void setUp() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/api/chat", this::reply);
    server.createContext("/api/articles/", this::change);
    server.start();
  }

  @AfterEach
  void tearDown() {
    server.stop(0);
  }

  /// Replies when the last question has arrived: a second after the first was due.
  private void reply(HttpExchange exchange) throws IOException {
    json.readTree(exchange.getRequestBody());
    var status = REPLIES.get(asked.getAndIncrement() % REPLIES.size());
    allAreDue.countDown();
    try {
      allAreDue.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    var body = "{\"status\": \"%s\"}".formatted(status).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status.isEmpty() ? 503 : 200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private void change(HttpExchange exchange) throws IOException {
    var id = exchange.getRequestURI().getPath();
    boolean done =
        exchange.getRequestMethod().equals("PUT") ? articles.add(id) : articles.remove(id);
    exchange.sendResponseHeaders(done ? 200 : 404, -1);
    exchange.close();
  }

  @Test
  void latencyCountsFromTheDueTime() {
    var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    try (var client = new LoadClient(address, null)) {
      var questions = new SteadyLoad.Asked(List.of("Who?", "When?"), true);
      var load = new Load(client, questions, 600, null);

      var minutes = load.hold(10, Duration.ofSeconds(2));

      assertThat(minutes).hasSize(1);
      var minute = minutes.getFirst();
      assertThat(minute.answered()).isEqualTo(10);
      assertThat(minute.abstained()).isEqualTo(5);
      assertThat(minute.refused()).isEqualTo(5);
      assertThat(minute.failed()).isZero();
      assertThat(minute.micros().getMaxValue())
          .as("the first reply waited until the last question was due")
          .isGreaterThan((long) (1.8 * SECOND));
      assertThat(minute.micros().getMinValue()).isLessThan(SECOND);
      assertThat(minute.changes()).isPositive();
      assertThat(articles).as("deleted again").isEmpty();
      assertThat(LoadTable.of(10, minutes)).contains("| all | 10 | 5 | 5 | 0 |");
    }
  }

  @Test
  void questionsCanBeMadeUnique() {
    var again = new SteadyLoad.Asked(List.of("Who?"), false);
    var anew = new SteadyLoad.Asked(List.of("Who?"), true);

    assertThat(again.question(7)).isEqualTo(again.question(8)).isEqualTo("Who?");
    assertThat(anew.question(7)).isNotEqualTo(anew.question(8)).startsWith("Who?");
  }
}
