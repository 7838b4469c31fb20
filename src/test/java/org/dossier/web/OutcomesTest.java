package org.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.dossier.answer.About;
import org.dossier.answer.Abstained;
import org.dossier.answer.Answer;
import org.dossier.answer.AnswerMetadata;
import org.dossier.answer.AnswerOrigin;
import org.dossier.answer.Answered;
import org.dossier.answer.Citation;
import org.dossier.answer.Clarification;
import org.dossier.answer.Note;
import org.dossier.answer.Related;
import org.dossier.answer.Statement;
import org.dossier.answer.Support;
import org.dossier.archive.Archive;
import org.dossier.chat.conversation.Conversations;
import org.dossier.chat.conversation.IdempotencyKey;
import org.dossier.question.QuestionKind;
import org.dossier.search.Filters;
import org.dossier.text.Span;
import org.dossier.text.date.DateRange;
import org.junit.jupiter.api.Test;

/// Each outcome over HTTP. The replies are constructed and stored, and returned as the replies to
/// repeated questions.
@QuarkusTest
@TestProfile(DefaultProfile.class)
class OutcomesTest {
  private static final String ARTICLE = "outcomes/weir";
  private static final String TEXT = "The Fenwick weir was rebuilt. It took two summers.";
  private static final AnswerMetadata METADATA =
      new AnswerMetadata(
          QuestionKind.YES_NO,
          new DateRange(LocalDate.of(2013, 1, 1), LocalDate.of(2013, 12, 31)),
          0.5,
          AnswerOrigin.EXTRACTIVE,
          7,
          List.of(new Note(Note.Type.NOT_MENTIONED, "No “Ouse”.", List.of("Ouse"))));

  @Inject Archive archive;
  @Inject Conversations conversations;

  private Map<String, Answer> outcomes() {
    Api.put(ARTICLE, Map.of("title", "The weir", "text", TEXT));
    var weir = archive.find(ARTICLE).orElseThrow();
    var statements =
        List.of(
            new Statement("The Fenwick weir was rebuilt.", List.of(1), Support.VERBATIM),
            new Statement("It took two summers.", List.of(2), Support.VERBATIM));
    var citations =
        List.of(new Citation(1, weir, new Span(0, 29)), new Citation(2, weir, new Span(30, 50)));
    return Map.of(
        "answered",
        new Answered(statements, citations, METADATA),
        "related",
        new Related(statements, citations, METADATA),
        "clarify",
        new Clarification("Which weir?", List.of("The old weir?", "The new weir?"), METADATA),
        "about",
        new About("Hello.", List.of("Who rebuilt the weir?"), METADATA),
        "abstained",
        new Abstained(Abstained.Reason.NOT_MENTIONED, "No “Ouse”.", List.of(weir), METADATA));
  }

  @Test
  void repliesFollowTheContractAsJsonAsAStreamAndInTheirConversation() {
    outcomes()
        .forEach((status, answer) -> {
          var key = store(answer);

          var reply =
              Api.send("POST", "/api/chat", body(), headers(key, "application/json")).json();

          assertThat(reply.path("status").asText()).isEqualTo(status);
          ReplyRules.check(reply);
          checkMetadata(reply);
          var events = Api.events(Map.of("message", "Weir?"), Map.of("Idempotency-Key", key));
          assertThat(events.getLast().data()).isEqualTo(reply);
          var statements = events.subList(0, events.size() - 1);
          assertThat(statements)
              .hasSameSizeAs(reply.path("statements"))
              .allSatisfy(
                  event -> assertThat(event.data().path("status").asText()).isEqualTo(status));
          var conversation =
              Api.get("/api/conversations/" + reply.path("conversation").asText()).json();
          assertThat(conversation.at("/turns/0/reply")).isEqualTo(reply);
          checkSchema(reply, schema("Reply"));
          events
              .subList(0, events.size() - 1)
              .forEach(event -> checkSchema(event.data(), schema("StatementEvent")));
        });
  }

  private static void checkMetadata(JsonNode reply) {
    assertThat(reply.path("kind").asText()).isEqualTo("yes-no");
    assertThat(reply.path("confidence").asDouble()).isEqualTo(0.5);
    assertThat(reply.path("period"))
        .isEqualTo(Api.parse("{\"from\":\"2013-01-01\",\"to\":\"2013-12-31\"}"));
    assertThat(reply.path("notes"))
        .isEqualTo(
            Api.parse(
                "[{\"type\":\"not-mentioned\",\"text\":\"No “Ouse”.\",\"values\":[\"Ouse\"]}]"));
  }

  @Test
  void onlyAnAbstentionIsGivenAReason() {
    outcomes()
        .forEach((status, answer) -> {
          var reply = read(store(answer));

          assertThat(reply.path("abstention").isNull()).isEqualTo(!status.equals("abstained"));
          assertThat(reply.path("clarification").isNull()).isEqualTo(!status.equals("clarify"));
        });
  }

  @Test
  void examplesOfAReplyAboutTheArchiveAreItsFollowUps() {
    var about = read(store(outcome("about")));
    var clarify = read(store(outcome("clarify")));

    assertThat(about.path("followUps")).isEqualTo(Api.parse("[\"Who rebuilt the weir?\"]"));
    assertThat(followUps(about)).isEqualTo(about.path("followUps"));
    assertThat(clarify.path("clarification").path("choices"))
        .isEqualTo(Api.parse("[\"The old weir?\",\"The new weir?\"]"));
    assertThat(followUps(clarify)).isEmpty();
  }

  @Test
  void everyOutcomeCanBeRated() {
    for (var answer : outcomes().values()) {
      var id = read(store(answer)).path("conversation").asText();
      var path = "/api/conversations/" + id;

      var rated =
          Api.send("POST", path + "/turns/1/feedback", "{\"verdict\":\"down\"}", Api.json());

      assertThat(rated.status()).isEqualTo(204);
      assertThat(Api.get(path).json().at("/turns/0/feedback/verdict").asText()).isEqualTo("down");
    }
  }

  private Answer outcome(String status) {
    return Objects.requireNonNull(outcomes().get(status));
  }

  /// Stores a turn with this reply, and returns the key of its question.
  private String store(Answer answer) {
    var key = UUID.randomUUID().toString();
    conversations.begin(
        new Conversations.NewTurn(
            Instant.now(), "Weir?", "Weir?", Filters.NONE, answer, new IdempotencyKey(key)),
        null);
    return key;
  }

  private static JsonNode read(String key) {
    return Api.send("POST", "/api/chat", body(), headers(key, "application/json")).json();
  }

  private static JsonNode followUps(JsonNode reply) {
    var id = reply.path("conversation").asText();
    return Api.get("/api/conversations/" + id + "/turns/1/follow-ups").json().path("followUps");
  }

  private static String body() {
    return Api.text(Map.of("message", "Weir?"));
  }

  private static Map<String, String> headers(String key, String accept) {
    var headers = new HashMap<>(Api.json());
    headers.put("Accept", accept);
    headers.put("Idempotency-Key", key);
    return headers;
  }

  /// Checks types, enumerations and the exact fields of objects.
  private static void checkSchema(JsonNode value, JsonNode schema) {
    if (schema.has("$ref")) {
      checkSchema(value, document().at(schema.path("$ref").asText().substring(1)));
    } else if (schema.has("anyOf")) {
      if (!value.isNull()) {
        checkSchema(value, schema.path("anyOf").path(0));
      }
    } else if (value.isObject()) {
      var properties = schema.path("properties");
      assertThat(names(value)).isEqualTo(names(properties));
      assertThat(names(value)).isEqualTo(new TreeSet<>(texts(schema.path("required")).toList()));
      value
          .properties()
          .forEach(field -> checkSchema(field.getValue(), properties.path(field.getKey())));
    } else if (value.isArray()) {
      assertThat(schema.path("type").asText()).isEqualTo("array");
      value.forEach(item -> checkSchema(item, schema.path("items")));
    } else {
      checkScalar(value, schema);
    }
  }

  private static void checkScalar(JsonNode value, JsonNode schema) {
    var type =
        switch (value.getNodeType()) {
          case STRING -> "string";
          case BOOLEAN -> "boolean";
          case NULL -> "null";
          default -> value.isInt() || value.isLong() ? "integer" : "number";
        };
    var types = schema.path("type");
    assertThat(types.isArray() ? texts(types) : Stream.of(types.asText()))
        .as("%s by %s", value, schema)
        .contains(type);
    if (schema.has("enum")) {
      assertThat(texts(schema.path("enum"))).contains(value.asText());
    }
  }

  private static Set<String> names(JsonNode object) {
    var names = new TreeSet<String>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Stream<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asText);
  }

  private static JsonNode schema(String name) {
    var schema = document().path("components").path("schemas").path(name);
    assertThat(schema.isObject()).as(name).isTrue();
    return schema;
  }

  private static JsonNode document() {
    return Api.get("/q/openapi?format=json").json();
  }
}
