package org.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.trace.v1.Span;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.dossier.llm.ScriptedModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Traces as a collector receives them.
@QuarkusTest
@TestProfile(TracingProfile.class)
class TracesTest {
  private static final String QUESTION =
      "When did Iran and Russia sign the strategic cooperation agreement?";
  private static final List<String> STAGES =
      List.of(
          "rewrite",
          "retrieval",
          "embedding",
          "lexical",
          "vector",
          "fusion",
          "rerank",
          "llm",
          "verify",
          "store");

  private final String id = HexFormat.of().toHexDigits(new Random().nextLong()).repeat(2);

  @SuppressWarnings("NullAway.Init")
  private ScriptedModel model;

  @SuppressWarnings("NullAway.Init")
  private TraceCollector traceCollector;

  @BeforeEach
  void play() {
    model.reset();
    model.script(TracesTest::quoting);
  }

  @Test
  void stageSpansAreNestedInQuestionAndRequest() throws Exception {
    var response = Api.send("POST", "/api/chat", message(), headers(Map.of()));

    checkStages(response.headers().firstValue("X-Request-Id").orElseThrow());
  }

  @Test
  void streamedAnswersAreTracedTheSameWay() throws Exception {
    var accepting = Map.of("Accept", "text/event-stream");
    var response = Api.send("POST", "/api/chat", message(), headers(accepting));

    checkStages(response.headers().firstValue("X-Request-Id").orElseThrow());
  }

  private void checkStages(String requestId) throws InterruptedException {
    var spans = traceCollector.trace(id, trace -> trace.size() == STAGES.size() + 2);

    assertThat(spans).containsKeys("question", "POST /api/chat").containsKeys(names());
    for (var name : List.of("rewrite", "retrieval", "llm", "store")) {
      checkWithin("question", name, spans);
    }
    for (var name : List.of("embedding", "lexical", "vector", "fusion", "rerank")) {
      checkWithin("retrieval", name, spans);
    }
    checkWithin("llm", "verify", spans);
    checkWithin("POST /api/chat", "question", spans);
    assertThat(attributes("POST /api/chat", spans)).containsEntry("dossier.request", requestId);
    assertThat(attributes("question", spans)).containsEntry("dossier.outcome", "answered");
    assertThat(spans.toString()).doesNotContain("strategic", "Russia", "signed");
  }

  @Test
  void searchTermsAreNotTraced() throws Exception {
    Api.send("GET", "/api/search?q=quetzalcoatlus", null, headers(Map.of()));

    var spans = traceCollector.trace(id, trace -> trace.containsKey("GET /api/search"));
    assertThat(spans.toString()).doesNotContain("quetzalcoatlus");
  }

  @Test
  void conversationIdsAreNotTraced() throws Exception {
    Api.send("GET", "/api/conversations/0123456789abcdef", null, headers(Map.of()));

    var spans = traceCollector.trace(id, trace -> !trace.isEmpty());
    assertThat(attributes("GET /api/conversations/{id}", spans))
        .containsEntry("url.path", "/api/conversations/…");
    assertThat(spans.toString()).doesNotContain("0123456789abcdef");
  }

  /// The evidence that contains the day, verbatim.
  private static List<ScriptedModel.Step> quoting(ScriptedModel.Request request) {
    return request.lines().entrySet().stream()
        .filter(line -> line.getValue().contains("strategic cooperation agreement"))
        .findFirst()
        .map(line -> ScriptedModel.answer(line.getValue() + " [" + line.getKey() + "]\n"))
        .orElseThrow();
  }

  private static String message() {
    return Api.text(Map.of("message", QUESTION));
  }

  private Map<String, String> headers(Map<String, String> more) {
    var headers = new HashMap<>(more);
    headers.put("Content-Type", "application/json");
    headers.put("traceparent", "00-" + id + "-00f067aa0ba902b7-01");
    return headers;
  }

  private static String[] names() {
    return STAGES.toArray(String[]::new);
  }

  private static void checkWithin(String around, String within, Map<String, Span> spans) {
    assertThat(span(within, spans).getParentSpanId())
        .as("%s within %s", within, around)
        .isEqualTo(span(around, spans).getSpanId());
  }

  private static Span span(String name, Map<String, Span> spans) {
    return Objects.requireNonNull(spans.get(name), name);
  }

  private static Map<String, String> attributes(String name, Map<String, Span> spans) {
    return TraceCollector.attributes(span(name, spans));
  }
}
