package org.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.logging.Level;
import org.dossier.LogCapture;
import org.dossier.evaluation.question.QuestionSet;
import org.dossier.llm.ScriptedModel;
import org.dossier.llm.ScriptedModel.Request;
import org.dossier.llm.ScriptedModel.Step;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Replies over HTTP with a language model that may behave well or badly.
@QuarkusTest
@TestProfile(LlmProfile.class)
class ModelRepliesTest {
  private static final String SIGNED =
      "When did Iran and Russia sign the strategic cooperation agreement?";

  private final Random random = new Random(20_261_122);

  @SuppressWarnings("NullAway.Init")
  private ScriptedModel model;

  /// Each of these questions costs the verification of several statements.
  private static final int EVERY = 4;

  @BeforeEach
  void forget() {
    model.reset();
  }

  @Test
  void repliesNameTheirGenerator() {
    model.script(this::quoting);

    var reply = Api.ask(SIGNED);

    ReplyRules.check(reply);
    assertThat(reply.path("answeredBy"))
        .isEqualTo(
            Api.parse("{\"kind\":\"model\",\"model\":\"openai-compatible:m\",\"fallback\":false}"));
  }

  @Test
  void modelFailuresAreMarkedAndCounted() {
    model.script(List.of(new Step.Status(503, "{}")));

    var reply = Api.ask(SIGNED);

    ReplyRules.check(reply);
    assertThat(reply.path("answeredBy"))
        .isEqualTo(Api.parse("{\"kind\":\"extractive\",\"model\":null,\"fallback\":true}"));
    assertThat(reply.path("answer").asText()).contains("11 November 2011");
    assertThat(Api.get("/q/metrics").body())
        .contains("dossier_llm_calls_seconds_count{result=\"provider-error\"}");
  }

  @Test
  void modelEventsEqualTheCompleteReply() {
    model.script(this::quoting);

    var events = Api.events(Map.of("message", SIGNED));

    ChatResourceTest.checkStatements(events, events.getLast().data());
    ReplyRules.check(events.getLast().data());
    assertThat(events).extracting(Api.Event::name).startsWith("evidence", "statement");
  }

  /// The same rules as for extractive answers, regardless of the model's output.
  @Test
  void citationsForTheSampleQuestionsAreExact() throws Exception {
    var file = QuestionSet.class.getResource("/org/dossier/evaluation/questions.jsonl");
    var questions = QuestionSet.read(Path.of(Objects.requireNonNull(file).toURI())).questions();
    var kinds = new HashSet<String>();
    for (int i = 0; i < questions.size(); i += EVERY) {
      model.script(this::anything);
      var reply = Api.ask(questions.get(i).question());
      ReplyRules.check(reply);
      kinds.add(
          reply.path("status").asText() + " " + reply.path("answeredBy").path("kind").asText());
      reply.path("statements").forEach(ModelRepliesTest::checkPlain);
    }

    assertThat(kinds).contains("answered model");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "text/event-stream"})
  void disconnectingCancelsTheModelCall(String accepted) throws Exception {
    hangUpOnTheModel(accepted);

    model.awaitDisconnect();
  }

  @Test
  void disconnectingIsNotAnError() throws Exception {
    try (var log = new LogCapture(ProblemMapper.class.getName())) {
      hangUpOnTheModel("application/json");

      assertThat(log.next().getLevel().intValue()).isLessThan(Level.INFO.intValue());
    }
  }

  private void hangUpOnTheModel(String accepted) throws Exception {
    model.script(List.of(new Step.Silence()));
    var body = "{\"message\": \"" + SIGNED + "\"}";
    try (var client = new Socket(InetAddress.getLoopbackAddress(), Api.address("/").getPort())) {
      client
          .getOutputStream()
          .write(
              "POST /api/chat HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nAccept: %s\r\nContent-Length: %d\r\n\r\n%s"
                  .formatted(accepted, body.length(), body)
                  .getBytes(StandardCharsets.UTF_8));
      model.request();
    }
  }

  /// Copies one or two sentences with their citation numbers.
  private List<Step> quoting(Request request) {
    var said = new ArrayList<String>();
    request
        .lines()
        .forEach((number, words) -> {
          if (number <= 2) {
            said.add(words + " [" + number + "]\n");
          }
        });
    return ScriptedModel.answer(said.toArray(String[]::new));
  }

  /// Copies, changes, invents and decorates sentences and cites arbitrary numbers.
  private List<Step> anything(Request request) {
    var said = new StringBuilder();
    for (var line : request.lines().entrySet()) {
      var words = line.getValue();
      said.append(
          switch (random.nextInt(9)) {
            case 0 -> words + " [" + line.getKey() + "]\n";
            case 1 -> words.replaceAll("\\d", "7") + " [" + line.getKey() + "]\n";
            case 2 -> "**" + words + "** [" + random.nextInt(40) + "]. ";
            case 3 -> "- [" + line.getKey() + ", " + random.nextInt(40) + "] " + words + "\n";
            case 4 -> "See [this](https://example.org/" + line.getKey() + "). " + words + "\n";
            case 5 -> "<b>" + words + "</b> [" + line.getKey() + "](https://example.org)\n";
            case 6 -> words.substring(0, words.length() / 2) + " [[" + line.getKey() + "]]\n";
            case 7 -> "Moscow sold 400 ships to Tehran in 1987. [" + line.getKey() + "]\n";
            default -> "";
          });
    }
    return ScriptedModel.answer(said.toString().split("(?<=[ \\[])"));
  }

  private static void checkPlain(JsonNode statement) {
    assertThat(statement.path("text").asText())
        .doesNotContain("https:", "](", "<b>", "**", "400 ships");
  }
}
