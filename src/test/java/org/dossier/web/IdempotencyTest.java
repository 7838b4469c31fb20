package org.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dossier.web.Api.Response;
import org.junit.jupiter.api.Test;

/// Requests that are repeated with the same idempotency key.
@QuarkusTest
@TestProfile(DefaultProfile.class)
class IdempotencyTest {
  private static final String SIGNED =
      "When did Iran and Russia sign the strategic cooperation agreement?";

  @Test
  void aRepeatedKeyReturnsTheSameTurn() {
    var key = "same-ask-same-turn-12345";
    var first = ask(Map.of("message", SIGNED), key);

    var again = ask(Map.of("message", SIGNED), key);
    var streamed = Api.events(Map.of("message", SIGNED), Map.of("Idempotency-Key", key));

    assertThat(again.json()).isEqualTo(first.json());
    assertThat(streamed.getFirst().name()).isEqualTo("statement");
    assertThat(streamed.getFirst().data().path("newCitations").path(0))
        .isEqualTo(first.json().path("citations").path(0));
    assertThat(streamed.getLast().name()).isEqualTo("done");
    assertThat(streamed.getLast().data()).isEqualTo(first.json());
    var conversation = first.json().path("conversation").asText();
    assertThat(Api.get("/api/conversations/" + conversation).json().path("turns")).hasSize(1);
  }

  @Test
  void concurrentRequestsWithOneKeyYieldOneTurn() throws Exception {
    Callable<Response> asking = () -> ask(Map.of("message", SIGNED), "at-the-same-time-12345");

    var replies = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (Future<Response> response : threads.invokeAll(List.of(asking, asking, asking, asking))) {
        replies.add(response.get().json());
      }
    }

    assertThat(replies).hasSize(4).containsOnly(replies.getFirst());
  }

  @Test
  void aKeyIsValidForOneMessage() {
    var key = "for-one-message-1234567";
    var conversation = ask(Map.of("message", SIGNED), key).json().path("conversation").asText();

    var other = ask(Map.of("message", "Who is Ali Baqeri?"), key);
    var filtered =
        ask(Map.of("message", SIGNED, "filters", Map.of("publishers", List.of("IPSC"))), key);
    var elsewhere = ask(Map.of("message", SIGNED, "conversation", conversation), key);

    assertThat(other.status()).isEqualTo(422);
    assertThat(other.json().path("type").asText()).isEqualTo("urn:dossier:problem:key-reused");
    assertThat(filtered.status()).isEqualTo(422);
    assertThat(elsewhere.json().path("turn").asInt()).isOne();
  }

  @Test
  void guessableKeysAreRejected() {
    for (var key : List.of("short", "with blanks in it, many of them", "x".repeat(129))) {
      var refused = ask(Map.of("message", SIGNED), key);
      assertThat(refused.status()).as(key).isEqualTo(400);
      assertThat(refused.json().path("field").asText()).isEqualTo("Idempotency-Key");
    }
  }

  private static Response ask(Map<String, ?> message, String key) {
    var headers = new HashMap<>(Api.json());
    headers.put("Idempotency-Key", key);
    return Api.send("POST", "/api/chat", Api.text(message), headers);
  }
}
