package org.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dossier.LogCapture;
import org.dossier.web.Api.Event;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DefaultProfile.class)
class ChatResourceTest {
  private static final String SIGNED =
      "When did Iran and Russia sign the strategic cooperation agreement?";
  private static final String AGREEMENT = "2011-11-11-strategic-cooperation-agreement";

  @Test
  void questionsAreAnsweredFromTheRightArticle() {
    var reply = Api.ask(SIGNED);

    ReplyRules.check(reply);
    assertThat(reply.path("status").asText()).isEqualTo("answered");
    assertThat(reply.path("turn").asInt()).isEqualTo(1);
    assertThat(reply.path("question").asText()).isEqualTo(SIGNED);
    assertThat(reply.path("answer").asText()).contains("11 November 2011");
    assertThat(reply.path("citations").path(0).path("article").path("id").asText())
        .isEqualTo(AGREEMENT);
  }

  /// Some clients read nothing, some a little; some close the connection properly, others reset it.
  @Test
  void earlyDisconnectsLogNoWarning() throws IOException {
    try (var log = LogCapture.warnings()) {
      for (int i = 0; i < 40; i++) {
        leaveStream("What did Lavrov say about matter %d?".formatted(i), i % 4);
      }
      // When this question is answered, the earlier requests have been accepted.
      assertThat(Api.ask(SIGNED).path("status").asText()).isEqualTo("answered");

      assertThat(log.words()).isEmpty();
    }
  }

  private static void leaveStream(String question, int manner) throws IOException {
    var body = Api.text(Map.of("message", question));
    var request =
        "POST /api/chat HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAccept: text/event-stream\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(body.length(), body);
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      if (manner >= 2) {
        assertThat(socket.getInputStream().read()).isNotNegative();
      }
      if (manner % 2 == 1) {
        socket.setSoLinger(true, 0);
      }
    }
  }

  @Test
  void aReplyHasTheFieldsOfTheContractAndNoOthers() {
    var reply = Api.ask(SIGNED);

    assertThat(names(reply))
        .containsExactly(
            "conversation",
            "turn",
            "question",
            "status",
            "kind",
            "period",
            "confidence",
            "answer",
            "statements",
            "citations",
            "notes",
            "count",
            "clarification",
            "abstention",
            "answeredBy",
            "indexGeneration",
            "followUps");
    assertThat(names(reply.path("statements").path(0)))
        .containsExactly("text", "start", "end", "citations", "support");
    assertThat(names(reply.path("citations").path(0)))
        .containsExactly("number", "article", "quote", "start", "end", "link", "alsoIn", "page");
    assertThat(names(reply.path("citations").path(0).path("article")))
        .containsExactly(
            "id",
            "title",
            "publisher",
            "authors",
            "published",
            "publishedTime",
            "publishedInferred",
            "updated",
            "url",
            "version");
    assertThat(reply.path("citations").path(0).path("article").path("published").asText())
        .isEqualTo("2011-11-11");
    assertThat(reply.path("answeredBy"))
        .isEqualTo(Api.parse("{\"kind\":\"extractive\",\"model\":null,\"fallback\":false}"));
    assertThat(reply.path("followUps")).isEqualTo(Api.parse("[]"));
  }

  @Test
  void unanswerableQuestionsYieldAnAbstentionWithAReason() {
    var response = Api.post(Map.of("message", "Who won the 2022 World Cup?"));

    ReplyRules.check(response.json());
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.json().path("abstention").path("reason").asText())
        .isEqualTo("not-mentioned");
    assertThat(names(response.json().path("abstention")))
        .containsExactly("reason", "explanation", "nearest");
  }

  @Test
  void questionsAboutTheArchiveAreAnsweredWithoutCitations() {
    var reply =
        Api.post(
                Map.of(
                    "message",
                    "Wie viele Artikel gibt es?",
                    "filters",
                    Map.of("publishers", List.of("No such paper"))))
            .json();

    ReplyRules.check(reply);
    assertThat(reply.path("status").asText()).isEqualTo("about");
    assertThat(reply.path("answer").asText()).matches("Das Archiv enthält \\d+ Artikel\\..*");
  }

  @Test
  void smallTalkStreamsNoStatementAndIsNoAntecedent() {
    var conversation = Api.ask(SIGNED).path("conversation").asText();

    var thanks = Api.events(Map.of("message", "Thanks!", "conversation", conversation));
    var source =
        Api.post(Map.of("message", "Which article is that from?", "conversation", conversation));
    var where = Api.post(Map.of("message", "And where?", "conversation", conversation));

    assertThat(thanks).extracting(Event::name).containsExactly("done");
    assertThat(thanks.getLast().data().path("status").asText()).isEqualTo("about");
    assertThat(source.json().path("answer").asText())
        .contains("Tehran, Moscow sign strategic cooperation agreement", "11 November 2011");
    assertThat(where.json().path("question").asText())
        .isEqualTo("Where did Iran and Russia sign the strategic cooperation agreement?");
  }

  @Test
  void filtersExcludeOtherArticles() {
    var reply =
        Api.post(
                Map.of(
                    "message", SIGNED, "filters", Map.of("publishers", List.of("No such paper"))))
            .json();

    ReplyRules.check(reply);
    assertThat(reply.path("abstention").path("reason").asText()).isEqualTo("outside-filters");
  }

  @Test
  void eventsEqualTheCompleteReply() {
    var events = Api.events(Map.of("message", SIGNED));

    assertThat(events).extracting(Event::name).startsWith("evidence", "statement").endsWith("done");
    var reply = events.getLast().data();
    ReplyRules.check(reply);
    assertThat(reply.path("answer")).isEqualTo(Api.ask(SIGNED).path("answer"));
    assertThat(events.getFirst().data().path("evidence").path(0).path("rank").asInt()).isEqualTo(1);
    checkStatements(events, reply);
  }

  @Test
  void abstentionsStreamNoStatement() {
    var events = Api.events(Map.of("message", "Who won the 2022 World Cup?"));

    assertThat(events).extracting(Event::name).containsExactly("evidence", "done");
    ReplyRules.check(events.getLast().data());
  }

  @Test
  void problemsBeforeTheFirstEventSetTheStatus() {
    var response =
        Api.send(
            "POST",
            "/api/chat",
            Api.text(Map.of("message", " ")),
            Map.of("Content-Type", "application/json", "Accept", "text/event-stream"));

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.type()).isEqualTo("application/problem+json");
    assertThat(response.json().path("field").asText()).isEqualTo("message");
  }

  @Test
  void jsonIsTheDefaultRepresentation() {
    var response =
        Api.send(
            "POST",
            "/api/chat",
            Api.text(Map.of("message", SIGNED)),
            Map.of("Content-Type", "application/json", "Accept", "*/*"));

    assertThat(response.type()).startsWith("application/json");
  }

  static void checkStatements(List<Event> events, JsonNode reply) {
    var statements = new ArrayList<JsonNode>();
    var citations = new ArrayList<JsonNode>();
    for (var event : events) {
      if (event.name().equals("statement")) {
        assertThat(event.data().path("status")).isEqualTo(reply.path("status"));
        event.data().path("newCitations").forEach(citations::add);
        statements.add(
            ((com.fasterxml.jackson.databind.node.ObjectNode) event.data())
                .without(List.of("status", "newCitations")));
      }
    }
    assertThat(statements).containsExactlyElementsOf(reply.path("statements"));
    assertThat(citations).containsExactlyElementsOf(reply.path("citations"));
  }

  private static List<String> names(JsonNode object) {
    var names = new ArrayList<String>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
