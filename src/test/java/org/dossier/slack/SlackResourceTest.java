package org.dossier.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dossier.slack.api.SlackConfig;
import org.dossier.slack.event.Payload;
import org.dossier.slack.event.Signature;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The HTTP endpoints for Slack.
@QuarkusTest
@TestProfile(SlackProfile.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlackResourceTest {
  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";

  @Inject SlackConfig config;
  @Inject BlockingQuestionPort questionPort;

  private FakeSlack slack;
  private SlackRequests requests;

  @BeforeAll
  void open() {
    slack = new FakeSlack(config.apiUrl().getPort());
  }

  /// The port is known only when the first test runs.
  @BeforeEach
  void address() {
    requests = new SlackRequests(URI.create("http://127.0.0.1:" + RestAssured.port));
  }

  @AfterAll
  void close() {
    slack.close();
  }

  @Test
  void aQuestionIsAnsweredFromTheArchiveWithItsSource() throws IOException, InterruptedException {
    var acknowledged =
        requests.event(
            Payloads.mention(
                "EvArchive",
                "1781000100.000100",
                "When did Iran and Russia sign the strategic cooperation agreement?"));

    assertThat(acknowledged.statusCode()).isEqualTo(200);
    assertThat(acknowledged.body()).isEmpty();
    awaitReplies("1781000100.000100", 1);
    assertThat(slack.replies("1781000100.000100").getFirst().words())
        .contains("11 November 2011")
        .contains("Tehran, Moscow sign strategic cooperation agreement — Tehran Times");

    requests.event(
        Payloads.inThread(
            "EvFollow", "1781000101.000100", "1781000100.000100", "And where was that?"));
    awaitReplies("1781000100.000100", 2);
  }

  private void awaitReplies(String thread, int number) {
    slack.await(() -> {
      var replies = slack.replies(thread);
      return replies.size() == number && replies.stream().noneMatch(FakeSlack.Posted::streaming);
    });
  }

  @Test
  void theVerificationChallengeIsReturned() throws IOException, InterruptedException {
    var answer = requests.event(Payloads.text("url-verification.json"));

    assertThat(Payload.json(answer.body()).path("challenge").asText())
        .isEqualTo("3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P");
  }

  @Test
  void commandsWithoutAQuestionGetHelp() throws IOException, InterruptedException {
    var answer =
        requests.form(
            "commands", Payloads.text("command.txt").replace("When+did+the+bridge+open%3F", "+"));

    assertThat(Payload.json(answer.body()).path("response_type").asText()).isEqualTo("ephemeral");
    assertThat(Payload.json(answer.body()).path("text").asText()).contains("/dossier");
  }

  /// A request and the status with which it is rejected.
  record Refused(String name, int status, Function<SlackRequests, HttpRequest.Builder> request) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Refused> refused() {
    var mention = Payloads.mention("EvRefused", "1781000200.000100", "who?");
    var body = mention.getBytes(StandardCharsets.UTF_8);
    var notJson = "{\"type\": ".getBytes(StandardCharsets.UTF_8);
    var now = Instant.now();
    return Stream.of(
        new Refused("not signed", 401, slack -> slack.unsigned("events", JSON, body)),
        new Refused(
            "not signed and not JSON", 401, slack -> slack.unsigned("events", JSON, notJson)),
        new Refused(
            "signed five minutes ago",
            401,
            slack -> slack.signed("events", JSON, body, now.minusSeconds(310))),
        new Refused(
            "signed in five minutes",
            401,
            slack -> slack.signed("events", JSON, body, now.plusSeconds(310))),
        new Refused(
            "signed with another secret",
            401,
            slack ->
                slack
                    .unsigned("events", JSON, body)
                    .header(Signature.TIMESTAMP, String.valueOf(now.getEpochSecond()))
                    .header(Signature.SIGNATURE, "v0=" + "0".repeat(64))),
        new Refused(
            "signed without a time",
            401,
            slack ->
                slack
                    .unsigned("events", JSON, body)
                    .header(Signature.TIMESTAMP, "now")
                    .header(Signature.SIGNATURE, "v0=" + "0".repeat(64))),
        new Refused(
            "another body than was signed",
            401,
            slack ->
                slack
                    .signed("events", JSON, body, now)
                    .POST(HttpRequest.BodyPublishers.ofString(mention.replace("U0ADA", "U0EVE")))),
        new Refused("too large", 413, slack -> slack.unsigned("events", JSON, new byte[1_000_001])),
        new Refused("not JSON", 400, slack -> slack.signed("events", JSON, notJson, now)),
        new Refused("no object", 400, slack -> slack.signed("events", JSON, "[1, 2]")),
        new Refused("no type", 400, slack -> slack.signed("events", JSON, "{\"event\": {}}")),
        new Refused(
            "not UTF-8",
            400,
            slack -> slack.signed("events", JSON, new byte[] {(byte) 0xC3, 0x28}, now)),
        new Refused(
            "no channel",
            400,
            slack -> slack.signed("events", JSON, mention.replace("\"channel\"", "\"chanel\""))),
        new Refused(
            "a field twice",
            400,
            slack ->
                slack.signed("events", JSON, "{\"type\": \"x\", \"type\": \"event_callback\"}")),
        new Refused(
            "no payload", 400, slack -> slack.signed("interactions", FORM, "payloat=%7B%7D")),
        new Refused("a bad form", 400, slack -> slack.signed("interactions", FORM, "payload=%7")),
        new Refused(
            "no trigger", 400, slack -> slack.signed("commands", FORM, "text=who&team_id=T1")),
        new Refused("a forged command", 401, slack -> slack.unsigned("commands", FORM, body)),
        new Refused("a forged press", 401, slack -> slack.unsigned("interactions", FORM, body)));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void forgedOrMalformedRequestsAreRejected(Refused refused)
      throws IOException, InterruptedException {
    var answer = SlackRequests.send(refused.request().apply(requests));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(refused.status());
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.headers().firstValue("X-Slack-No-Retry")).hasValue("1");
    assertThat(slack.replies("1781000200.000100")).isEmpty();
  }

  @Test
  void acknowledgementsDoNotWaitForTheModel() throws IOException, InterruptedException {
    questionPort.hold();
    var times = new ArrayList<Duration>();
    for (int i = 0; i < 250; i++) {
      var payload = Payloads.mention("EvHeld" + i, "1781000300.%06d".formatted(i), "who?");
      long begun = System.nanoTime();
      var answer = i % 3 == 2 ? requests.redeliver(payload, 1) : requests.event(payload);
      times.add(Duration.ofNanos(System.nanoTime() - begun));
      assertThat(answer.statusCode()).isEqualTo(200);
    }
    assertThat(slack.messages()).noneMatch(message -> isHeld(message.thread()));
    questionPort.release();
    Collections.sort(times);
    assertThat(times.get(times.size() * 99 / 100)).isLessThan(Duration.ofMillis(300));
    slack.await(
        () -> slack.messages().stream().filter(message -> isHeld(message.thread())).count() == 250);
  }

  private static boolean isHeld(@Nullable String thread) {
    return thread != null && thread.startsWith("1781000300.");
  }

  @Test
  void healthReportsTheSlackConnection() throws IOException, InterruptedException {
    slack.await(() -> health().contains("Gull"));

    assertThat(health()).contains("\"slack\"", "\"transport\": \"http\"");
    assertThat(get("/q/health/ready")).doesNotContain("slack");
  }

  @Test
  void eventsAndRepliesAreCounted() throws IOException, InterruptedException {
    SlackRequests.send(requests.unsigned("events", JSON, new byte[0]));

    assertThat(get("/q/metrics"))
        .contains("dossier_slack_requests_rejected_total{reason=\"signature\"}")
        .contains("dossier_slack_queue_size");
  }

  private static String health() {
    return get("/q/health");
  }

  private static String get(String path) {
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + path))
                  .build(),
              BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
