package org.dossier.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.dossier.database.Database;
import org.dossier.link.PublicUrl;
import org.dossier.slack.api.SlackMeters;
import org.dossier.slack.event.EventParser;
import org.dossier.slack.event.Payload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Many messages, often delivered repeatedly, while the bot is killed in the middle.
class StormTest {
  private static final int MESSAGES = 1_000;
  private static final int THREADS = 300;
  private static final int ACKNOWLEDGED_AT_THE_KILL = 400;
  private static final int SENDERS = 8;

  @TempDir Path folder;

  private final AtomicInteger acknowledged = new AtomicInteger();
  private final ConcurrentLinkedQueue<Integer> toDeliver = new ConcurrentLinkedQueue<>();

  @Test
  void everyMessageGetsExactlyOneReply() throws IOException, InterruptedException {
    for (int i = 0; i < MESSAGES; i++) {
      toDeliver.add(i);
    }
    try (var slack = new FakeSlack()) {
      // Makes the kill likely to fall between a call's execution and its response.
      slack.delayPostResponses(Duration.ofMillis(20));
      slack.skipSdkCheck();
      deliverUntilKilled(slack);
      deliverTheRest(slack);

      assertThat(slack.messages()).hasSize(MESSAGES);
      var replies =
          slack.messages().stream()
              .collect(Collectors.groupingBy(StormTest::question, Collectors.counting()));
      assertThat(replies)
          .hasSize(MESSAGES)
          .allSatisfy((question, count) -> assertThat(count).as(question).isEqualTo(1));
    }
  }

  private void deliverUntilKilled(FakeSlack slack) throws IOException, InterruptedException {
    try (var bot = new BotProcess(slack, folder);
        var senders = Executors.newFixedThreadPool(SENDERS)) {
      for (int i = 0; i < SENDERS; i++) {
        senders.execute(() -> deliver(bot.requests(), ACKNOWLEDGED_AT_THE_KILL));
      }
      slack.await(() -> acknowledged.get() >= ACKNOWLEDGED_AT_THE_KILL);
      bot.kill();
    }
    assertThat(slack.messages()).hasSizeBetween(1, MESSAGES - 1);
  }

  private void deliverTheRest(FakeSlack slack) throws IOException, InterruptedException {
    try (var bot = new BotProcess(slack, folder);
        var senders = Executors.newFixedThreadPool(SENDERS)) {
      for (int i = 0; i < SENDERS; i++) {
        senders.execute(() -> deliver(bot.requests(), Integer.MAX_VALUE));
      }
      slack.await(() -> slack.messages().size() >= MESSAGES);
      senders.shutdown();
      bot.end();
    }
  }

  /// Delivers the unacknowledged messages, one third of them twice.
  private void deliver(SlackRequests bot, int until) {
    for (var next = toDeliver.poll(); next != null; next = toDeliver.poll()) {
      try {
        var thread = "1781000%03d.000100".formatted(next % THREADS);
        var payload =
            Payloads.mention(
                    "Ev" + next, "1781%06d.000200".formatted(next), "what is " + next + "?")
                .replace(
                    "\"channel\": \"C0001\"",
                    "\"thread_ts\": \"" + thread + "\",\n    \"channel\": \"C0001\"");
        boolean taken = bot.event(payload).statusCode() == 200;
        if (taken && next % 3 == 0) {
          bot.redeliver(payload, 1);
        }
        if (taken) {
          acknowledged.incrementAndGet();
        } else {
          toDeliver.add(next);
        }
      } catch (IOException e) {
        toDeliver.add(next);
        return;
      } catch (InterruptedException e) {
        return;
      }
      if (acknowledged.get() >= until) {
        return;
      }
    }
  }

  private static String question(FakeSlack.Posted message) {
    return message.words().replaceFirst("(?s)\\[1].*", "");
  }

  /// The bot in a separate process.
  private static final class BotProcess implements AutoCloseable {
    private final Process process;
    private final SlackRequests requests;

    BotProcess(FakeSlack slack, Path folder) throws IOException {
      var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      var command =
          new ArrayList<>(
              List.of(
                  java,
                  "-XX:TieredStopAtLevel=1",
                  "--enable-native-access=ALL-UNNAMED",
                  "-Djava.io.tmpdir=" + folder,
                  "-cp",
                  System.getProperty("java.class.path"),
                  Bot.class.getName(),
                  slack.api().toString(),
                  folder.toString()));
      process =
          new ProcessBuilder(command)
              .redirectError(ProcessBuilder.Redirect.appendTo(folder.resolve("err.txt").toFile()))
              .start();
      var port = process.inputReader().readLine();
      if (port == null) {
        throw new IOException("the bot did not start: see " + folder.resolve("err.txt"));
      }
      requests = new SlackRequests(URI.create("http://127.0.0.1:" + port));
    }

    SlackRequests requests() {
      return requests;
    }

    void kill() throws InterruptedException {
      process.destroyForcibly().waitFor();
    }

    void end() throws IOException {
      process.getOutputStream().close();
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }
  }

  /// Runs a bot until its standard input ends.
  static final class Bot {
    private Bot() {}

    public static void main(String[] arguments) throws IOException {
      var slack =
          Map.of(
              "transport",
              "http",
              "signing-secret",
              Payloads.SECRET,
              "bot-token",
              FakeSlack.BOT_TOKEN,
              "api-url",
              arguments[0],
              "max-concurrent-replies",
              "8");
      var database = Database.open(Path.of(arguments[1]).resolve("archive.db"));
      var bot =
          new SlackBot(
              SlackSettings.with(slack),
              new ScriptedQuestionPort(),
              database,
              new SlackMeters(new SimpleMeterRegistry()),
              new PublicUrl(Optional::empty),
              Clock.systemUTC());
      bot.start();
      var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      var server = HttpServer.create(loopback, 0);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext("/slack/events", exchange -> receive(bot, exchange));
      server.start();
      System.out.println(server.getAddress().getPort());
      System.in.read();
      bot.stop();
      server.stop(0);
      database.close();
    }

    private static void receive(SlackBot bot, HttpExchange exchange) throws IOException {
      try (exchange) {
        var envelope = Payload.json(exchange.getRequestBody().readAllBytes());
        bot.eventHandler()
            .receive(new EventParser(true).read(envelope), EventParser.id(envelope))
            .join();
        exchange.sendResponseHeaders(200, -1);
      }
    }
  }
}
