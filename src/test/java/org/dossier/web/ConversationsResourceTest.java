package org.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.dossier.web.Api.Response;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DefaultProfile.class)
class ConversationsResourceTest {
  private static final String SIGNED =
      "When did Iran and Russia sign the strategic cooperation agreement?";

  @Test
  void conversationsContainOnlyTheirOwnTurns() {
    var first = Api.ask(SIGNED);
    var other = Api.ask("How far apart are the two Sputnik V injections?");
    var id = first.path("conversation").asText();
    var second = goOn(id, "Who won the 2022 World Cup?").json();

    var conversation = read(id);

    assertThat(second.path("turn").asInt()).isEqualTo(2);
    assertThat(other.path("conversation").asText()).isNotEqualTo(id);
    assertThat(conversation.path("conversation").asText()).isEqualTo(id);
    assertThat(conversation.path("turns")).hasSize(2);
    assertThat(conversation.path("turns").path(0).path("message").asText()).isEqualTo(SIGNED);
    assertThat(conversation.path("turns").path(0).path("reply")).isEqualTo(first);
    assertThat(conversation.path("turns").path(1).path("reply")).isEqualTo(second);
  }

  @Test
  void withdrawnArticlesAreRemovedFromOldAnswers() {
    Api.put("withdrawn/quarry", Map.of("text", "The Ymbral quarry closed after 40 years."));
    var reply = Api.ask("When did the Ymbral quarry close?");
    assertThat(reply.path("answer").asText()).contains("40 years");

    Api.delete("/api/articles/withdrawn/quarry");

    var kept = read(reply.path("conversation").asText());
    var turn = kept.path("turns").path(0).path("reply");
    ReplyRules.check(turn);
    assertThat(turn.path("abstention").path("reason").asText()).isEqualTo("withdrawn");
    assertThat(kept.toString()).doesNotContain("40 years");
  }

  @Test
  void turnsListWithdrawnAndReplacedSources() {
    Api.put("lost/quarry", Map.of("text", "The Qwystal quarry closed after 40 years."));
    Api.put("lost/mill", Map.of("text", "The Zandrel mill burnt down on 3 May 1911."));
    var quarry = Api.ask("When did the Qwystal quarry close?").path("conversation").asText();
    var mill = Api.ask("When did the Zandrel mill burn down?").path("conversation").asText();

    Api.delete("/api/articles/lost/quarry");
    Api.put("lost/mill", Map.of("text", "The Zandrel mill burnt down on 4 May 1911."));

    assertThat(read(quarry).path("turns").path(0).path("unavailableSources"))
        .isEqualTo(Api.parse("[{\"article\":\"lost/quarry\",\"reason\":\"withdrawn\"}]"));
    var turn = read(mill).path("turns").path(0);
    assertThat(turn.path("unavailableSources"))
        .isEqualTo(Api.parse("[{\"article\":\"lost/mill\",\"reason\":\"replaced\"}]"));
    ReplyRules.check(turn.path("reply"));
    assertThat(turn.path("reply").path("answer").asText()).contains("3 May 1911");
  }

  @Test
  void followUpsAreResolvedFromEarlierTurns() {
    var id = Api.ask(SIGNED).path("conversation").asText();

    var where = goOn(id, "And where did they sign it?").json();

    assertThat(where.path("question").asText())
        .isEqualTo("And where did Iran and Russia sign the strategic cooperation agreement?");
    assertThat(where.path("status").asText()).isEqualTo("answered");
    assertThat(where.path("answer").asText()).contains("Moscow");
    assertThat(read(id).path("turns").path(1).path("message").asText())
        .isEqualTo("And where did they sign it?");
  }

  @Test
  void newTopicsAreNotMixedWithOldOnes() {
    var id = Api.ask(SIGNED).path("conversation").asText();

    var other = goOn(id, "How far apart are the two Sputnik V injections?").json();

    assertThat(other.path("question").asText())
        .isEqualTo("How far apart are the two Sputnik V injections?");
    assertThat(other.path("answer").asText()).contains("21 days");
  }

  @Test
  void conversationListsAreVisibleToTheirClientOnly() {
    var key = "k".repeat(30) + "_-";
    var id = asked(SIGNED, key);
    asked(SIGNED, "another-clients-own-secret");
    Api.ask(SIGNED);

    var list = list(key).json().path("conversations");

    assertThat(list).hasSize(1);
    assertThat(list.path(0).path("conversation").asText()).isEqualTo(id);
    assertThat(list.path(0).path("title").asText()).isEqualTo(SIGNED);
    assertThat(list.path(0).path("turns").asInt()).isOne();
    assertThat(list("x".repeat(22)).json().path("conversations")).isEmpty();
    Api.delete("/api/conversations/" + id);
    assertThat(list(key).json().path("conversations")).isEmpty();
  }

  @Test
  void listingRequiresAnUnguessableKey() {
    assertThat(Api.get("/api/conversations").status()).isEqualTo(400);
    for (var key : List.of("short", "", "k".repeat(129), "with blanks in it, many of them")) {
      var refused = list(key);
      assertThat(refused.status()).as(key).isEqualTo(400);
      assertThat(refused.json().path("field").asText()).isEqualTo("Dossier-Client");
    }
    var headers = Map.of("Content-Type", "application/json", "Dossier-Client", "short");
    var begun = Api.send("POST", "/api/chat", Api.text(Map.of("message", SIGNED)), headers);
    assertThat(begun.status()).isEqualTo(400);
  }

  @Test
  void feedbackIsStoredWithItsTurn() {
    var id = Api.ask(SIGNED).path("conversation").asText();
    var path = "/api/conversations/" + id + "/turns/1/feedback";

    assertThat(rate(path, Map.of("verdict", "up", "comment", "fine")).status()).isEqualTo(204);
    assertThat(rate(path, Map.of("verdict", "down")).status()).isEqualTo(204);

    var feedback = read(id).path("turns").path(0).path("feedback");
    assertThat(feedback.path("verdict").asText()).isEqualTo("down");
    assertThat(feedback.path("comment").isNull()).isTrue();
    assertThat(feedback.path("createdAt").asText()).isNotBlank();
    assertThat(rate(path, Map.of("verdict", "so-so")).json().path("field").asText())
        .isEqualTo("verdict");
    assertThat(rate(path, Map.of("comment", "?")).status()).isEqualTo(400);
    var tooLong = rate(path, Map.of("verdict", "up", "comment", "x".repeat(2_001))).json();
    assertThat(tooLong.path("field").asText()).isEqualTo("comment");
    var elsewhere = path.replace("/turns/1/", "/turns/2/");
    assertThat(rate(elsewhere, Map.of("verdict", "up")).json().path("type").asText())
        .isEqualTo("urn:dossier:problem:unknown-turn");
    assertThat(rate(path.replace(id, "A".repeat(22)), Map.of("verdict", "up")).status())
        .isEqualTo(404);
    assertThat(rate(path.replace("/1/", "/one/"), Map.of("verdict", "up")).status()).isEqualTo(400);
  }

  @Test
  void suggestedFollowUpsHaveDifferentAnswers() {
    var reply = Api.ask(SIGNED);
    var path = "/api/conversations/" + reply.path("conversation").asText() + "/turns/1/follow-ups";

    var suggested = Api.get(path).json().path("followUps");

    assertThat(suggested.size()).isBetween(1, 3);
    for (var question : suggested) {
      var next = Api.ask(question.asText());
      assertThat(next.path("status").asText()).as(question.asText()).isEqualTo("answered");
      assertThat(quotes(next)).doesNotContainAnyElementsOf(quotes(reply));
    }
  }

  @Test
  void abstentionsSuggestQuestionsOfTheNearestArticles() {
    var reply = Api.ask("Who won the 2022 World Cup?");
    var id = reply.path("conversation").asText();

    var suggested = Api.get("/api/conversations/" + id + "/turns/1/follow-ups").json();

    assertThat(suggested.path("followUps").size()).isBetween(1, 3);
    var nearest = reply.path("abstention").path("nearest").findValuesAsText("id");
    for (var question : suggested.path("followUps")) {
      var next = Api.ask(question.asText());
      assertThat(next.path("status").asText()).as(question.asText()).isEqualTo("answered");
      assertThat(next.path("citations").findValuesAsText("id")).containsAnyElementsOf(nearest);
    }
  }

  @Test
  void followUpsOfUnknownTurnsAreNotFound() {
    var path = "/api/conversations/" + Api.ask(SIGNED).path("conversation").asText() + "/turns/";

    assertThat(Api.get(path + "2/follow-ups").status()).isEqualTo(404);
    var elsewhere = "/api/conversations/" + "A".repeat(22) + "/turns/1/follow-ups";
    assertThat(Api.get(elsewhere).status()).isEqualTo(404);
  }

  @Test
  void conversationIdsAreUnguessable() {
    var ids =
        IntStream.range(0, 20).mapToObj(i -> Api.ask("?").path("conversation").asText()).toList();

    assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[A-Za-z0-9_-]{22}"));
    // The prefixes differ, which counters or timestamps would not.
    assertThat(ids.stream().map(id -> id.substring(0, 6))).doesNotHaveDuplicates();
  }

  @Test
  void concurrentTurnsGetDistinctNumbers() throws Exception {
    var id = Api.ask(SIGNED).path("conversation").asText();

    var turns = new ArrayList<Integer>();
    Callable<Response> asking = () -> goOn(id, SIGNED);
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (Future<Response> response : threads.invokeAll(List.of(asking, asking, asking, asking))) {
        turns.add(response.get().json().path("turn").asInt());
      }
    }

    assertThat(turns).containsExactlyInAnyOrder(2, 3, 4, 5);
    assertThat(read(id).path("turns")).hasSize(5);
    var full = goOn(id, SIGNED);
    assertThat(full.status()).isEqualTo(400);
    assertThat(full.json().path("field").asText()).isEqualTo("conversation");
    assertThat(full.json().path("limit").asInt()).isEqualTo(5);
  }

  @Test
  void deletedConversationsAreNotFound() {
    var id = Api.ask(SIGNED).path("conversation").asText();
    var path = "/api/conversations/" + id;

    assertThat(Api.delete(path).status()).isEqualTo(204);

    assertThat(Api.get(path).status()).isEqualTo(404);
    assertThat(Api.delete(path).status()).isEqualTo(404);
    assertThat(goOn(id, SIGNED).status()).isEqualTo(404);
  }

  private static Response goOn(String id, String message) {
    return Api.post(Map.of("message", message, "conversation", id));
  }

  private static String asked(String message, String key) {
    var headers = Map.of("Content-Type", "application/json", "Dossier-Client", key);
    var response = Api.send("POST", "/api/chat", Api.text(Map.of("message", message)), headers);
    return response.json().path("conversation").asText();
  }

  private static Response list(String key) {
    return Api.send("GET", "/api/conversations", null, Map.of("Dossier-Client", key));
  }

  private static Response rate(String path, Map<String, ?> feedback) {
    return Api.send("POST", path, Api.text(feedback), Api.json());
  }

  private static List<String> quotes(JsonNode reply) {
    return reply.path("citations").findValuesAsText("quote");
  }

  private static JsonNode read(String id) {
    return Api.get("/api/conversations/" + id).json();
  }
}
