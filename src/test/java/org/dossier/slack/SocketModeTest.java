package org.dossier.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.dossier.database.Database;
import org.dossier.database.Storage;
import org.dossier.slack.event.Payload;
import org.dossier.slack.message.ReplyBlocks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Slack over a connection that the bot opens.
class SocketModeTest {
  private static final String THREAD = "1781000001.000100";

  @TempDir Path folder;

  private final FakeSlack slack = new FakeSlack();
  private final ScriptedQuestionPort questionPort = new ScriptedQuestionPort();

  @AfterEach
  void close() {
    slack.close();
  }

  private SlackBotFixture newBot() {
    return newBot(Storage.EMBEDDED.open(folder));
  }

  private SlackBotFixture newBot(Database database) {
    return new SlackBotFixture(
        slack,
        questionPort,
        database,
        Map.of("transport", "socket", "app-token", FakeSlack.APP_TOKEN));
  }

  private void awaitConnections(int number) {
    slack.await(() -> slack.socket().openings() == number);
  }

  private static JsonNode mention(String event, String ts) {
    return Payload.json(Payloads.mention(event, ts, "who?"));
  }

  @Test
  void eventsAreAcknowledgedAndAnswered() {
    try (var slackBotFixture = newBot()) {
      awaitConnections(1);
      slack.await(() -> slackBotFixture.bot.connectionStatus().state().connected());
      slack.socket().send("events_api", mention("Ev1", THREAD));
      slack.awaitMessages(1);
      slack.await(slack.socket()::allAcknowledged);
    }
    assertThat(slack.replies(THREAD)).hasSize(1);
  }

  @Test
  void commandsAndButtonPressesAreHandled() {
    try (var _ = newBot()) {
      awaitConnections(1);
      var command =
          Payload.form(
              Payloads.text("command.txt").getBytes(java.nio.charset.StandardCharsets.UTF_8));
      slack.socket().send("slash_commands", command.deepCopy().put("text", ""));
      slack.await(slack.socket()::allAcknowledged);
      assertThat(slack.socket().acknowledgements().getFirst().path("payload").path("text").asText())
          .startsWith("Ask me a question");

      slack.socket().send("slash_commands", command);
      slack
          .socket()
          .send(
              "interactive",
              Payload.json(
                  Payloads.text("block-actions.json")
                      .replace("ACTION", "dossier_ask_1")
                      .replace("VALUE", "Who built it?")));
      assertThat(slack.awaitMessages(4)).hasSize(4);
    }
  }

  @Test
  void feedbackDuringADatabaseOutageKeepsTheConnection() {
    var database = Storage.EMBEDDED.open(folder);
    try (var _ = newBot(database)) {
      awaitConnections(1);
      database.close();
      slack
          .socket()
          .send(
              "interactive",
              Payload.json(
                  Payloads.text("block-actions.json")
                      .replace("ACTION", ReplyBlocks.FEEDBACK)
                      .replace("VALUE", "down 17")));
      var help =
          Payload.form(
                  Payloads.text("command.txt").getBytes(java.nio.charset.StandardCharsets.UTF_8))
              .deepCopy()
              .put("text", "");
      slack.socket().send("slash_commands", help);
      slack.await(() -> !slack.socket().acknowledgements().isEmpty());

      assertThat(slack.socket().acknowledgements().getFirst().path("payload").path("text").asText())
          .startsWith("Ask me a question");
      assertThat(slack.socket().openings()).isEqualTo(1);
      assertThat(slack.socket().allAcknowledged()).isFalse();
    }
  }

  @Test
  void redeliveryAfterADroppedConnectionIsAnsweredOnce() {
    try (var slackBotFixture = newBot()) {
      awaitConnections(1);
      slack.socket().send("events_api", mention("Ev1", THREAD));
      slack.awaitMessages(1);
      slack.socket().drop();
      slack.socket().send("events_api", mention("Ev1", THREAD));
      slack.socket().send("events_api", mention("Ev2", "1781000005.000100"));
      awaitConnections(2);

      slack.awaitMessages(2);
      slack.await(slack.socket()::allAcknowledged);
      assertThat(slackBotFixture.count("dossier.slack.redeliveries")).isEqualTo(1);
    }
    assertThat(slack.messages()).hasSize(2);
  }

  @Test
  void aDisconnectRequestOpensANewConnection() {
    try (var _ = newBot()) {
      awaitConnections(1);
      slack.socket().requestReconnect();
      awaitConnections(2);
      slack.socket().send("events_api", mention("Ev1", THREAD));

      assertThat(slack.awaitMessages(1)).hasSize(1);
    }
  }

  @Test
  void anInvalidTokenIsReported() {
    slack.reject("apps.connections.open", "invalid_auth");
    try (var slackBotFixture = newBot()) {
      slack.await(() ->
          slackBotFixture.bot.connectionStatus().state().description().contains("invalid_auth"));

      assertThat(slackBotFixture.bot.connectionStatus().state().connected()).isFalse();
    }
  }
}
