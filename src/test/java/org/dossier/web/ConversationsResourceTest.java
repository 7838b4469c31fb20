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
import org.dossier.web.Api.Answer;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ServedArchive.class)
class ConversationsResourceTest {
  private static final String SIGNED =
      "When did Iran and Russia sign the strategic cooperation agreement?";

  @Test
  void aConversationKeepsItsTurnsAndNoOthers() {
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
  void whatIsWithdrawnIsLeftOutOfWhatWasAnswered() {
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
  void turnsAskedAtOnceAreAllKeptUnderNumbersOfTheirOwn() throws Exception {
    var id = Api.ask(SIGNED).path("conversation").asText();

    var turns = new ArrayList<Integer>();
    Callable<Answer> asking = () -> goOn(id, SIGNED);
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (Future<Answer> answer : threads.invokeAll(List.of(asking, asking, asking, asking))) {
        turns.add(answer.get().json().path("turn").asInt());
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
  void aDeletedConversationIsGone() {
    var id = Api.ask(SIGNED).path("conversation").asText();
    var path = "/api/conversations/" + id;

    assertThat(Api.delete(path).status()).isEqualTo(204);

    assertThat(Api.get(path).status()).isEqualTo(404);
    assertThat(Api.delete(path).status()).isEqualTo(404);
    assertThat(goOn(id, SIGNED).status()).isEqualTo(404);
  }

  private static Answer goOn(String id, String message) {
    return Api.post(Map.of("message", message, "conversation", id));
  }

  private static JsonNode read(String id) {
    return Api.get("/api/conversations/" + id).json();
  }
}
