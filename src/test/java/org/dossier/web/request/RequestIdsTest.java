package org.dossier.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.dossier.LogCapture;
import org.dossier.web.Api;
import org.dossier.web.DefaultProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A request has the same id in responses, problems and logs.
@QuarkusTest
@TestProfile(DefaultProfile.class)
class RequestIdsTest {
  private static final String ID = "r-2026.11_22-a";
  private static final String MADE = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  @Test
  void requestIdsOfClientsAreKept() {
    assertThat(id(get("/api/archive", ID))).isEqualTo(ID);
    assertThat(id(get("/q/health", ID))).isEqualTo(ID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "short",
        "with blanks in it",
        "<script>alert(1)</script>",
        "\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9"
      })
  void malformedIdsAreReplaced(String malformed) {
    assertThat(id(get("/api/archive", malformed))).matches(MADE);
  }

  @Test
  void tooLongIdsAreReplaced() {
    assertThat(id(get("/api/archive", "a".repeat(128)))).hasSize(128);
    assertThat(id(get("/api/archive", "a".repeat(129)))).matches(MADE);
  }

  @Test
  void requestsWithoutAnIdGetOne() {
    assertThat(id(Api.get("/api/archive"))).matches(MADE).isNotEqualTo(id(Api.get("/api/archive")));
  }

  @Test
  void problemsReferenceTheRequestId() {
    assertThat(get("/api/articles/none", ID).json().path("reference").asText()).isEqualTo(ID);
    assertThat(get("/nowhere", ID).json().path("reference").asText()).isEqualTo(ID);
  }

  @Test
  void logsContainTheRequestIdButNotTheQuestion() throws InterruptedException {
    try (var log = new LogCapture("dossier.questions")) {
      var body = Api.text(Map.of("message", "Who won the 2022 World Cup?"));
      var headers = Map.of("Content-Type", "application/json", "X-Request-Id", ID);
      Api.send("POST", "/api/chat", body, headers);

      var line = log.next();
      assertThat(LogCapture.message(line))
          .matches(
              "question outcome=abstained channel=api ms=\\d+ reason=not-mentioned kind=fact generation=\\d+"
                  + " request="
                  + ID);
      assertThat(line.getMdcCopy()).containsEntry("requestId", ID).containsEntry("channel", "api");
      assertThat(line.getMdcCopy().toString()).doesNotContain("World Cup");
    }
  }

  private static Api.Response get(String path, String id) {
    return Api.send("GET", path, null, Map.of("X-Request-Id", id));
  }

  private static String id(Api.Response response) {
    return response.headers().firstValue("X-Request-Id").orElseThrow();
  }
}
