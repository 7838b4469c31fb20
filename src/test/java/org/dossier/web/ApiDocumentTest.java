package org.dossier.web;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DefaultProfile.class)
class ApiDocumentTest {
  private static final List<String> EVERYWHERE = List.of("406", "421", "500", "503", "504");

  @Test
  void everyPathAndMethodIsDocumentedWithItsProblems() {
    var statuses = new TreeMap<String, String>();
    forEachOperation((name, operation) -> {
      var own = new TreeSet<String>();
      operation.path("responses").fieldNames().forEachRemaining(own::add);
      if (name.contains(" /v1/") || name.contains(" /mcp")) {
        // Errors have the form of the protocol.
        assertThat(own).as(name).contains("200", "default");
        return;
      }
      assertThat(own).as(name).containsAll(EVERYWHERE);
      own.removeAll(EVERYWHERE);
      statuses.put(name, String.join(" ", own));
    });

    assertThat(statuses)
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                entry("post /api/chat", "200 400 401 403 404 413 415 422 429"),
                entry("post /api/check", "200 400 401 403 413 415 429"),
                entry("get /api/archive", "200 401 403 429"),
                entry("get /api/examples", "200 401 403 429"),
                entry("post /api/token", "200 403 429"),
                entry("get /api/search", "200 400 401 403 429"),
                entry("get /api/count", "200 400 401 403 429"),
                entry("get /api/timeline", "200 400 401 403 429"),
                entry("get /api/conversations", "200 400 401 403 429"),
                entry("get /api/conversations/{id}", "200 401 403 404 429"),
                entry("delete /api/conversations/{id}", "204 401 403 404 429"),
                entry(
                    "get /api/conversations/{id}/turns/{turn}/follow-ups",
                    "200 400 401 403 404 429"),
                entry(
                    "post /api/conversations/{id}/turns/{turn}/feedback",
                    "204 400 401 403 404 413 415 429"),
                entry("get /api/articles", "200 400 401 403 429"),
                entry("post /api/articles", "200 400 401 403 413 415 429"),
                entry("delete /api/articles", "200 400 401 403 429"),
                entry("get /api/export", "200 400 401 403 429"),
                entry("get /api/articles/{id}", "200 304 400 401 403 404 410 429"),
                entry("put /api/articles/{id}", "200 201 400 401 403 412 413 415 429"),
                entry("delete /api/articles/{id}", "204 400 401 403 404 410 412 429"),
                entry("get /articles/{id}", "200 400 401 403 404 410 429")));
  }

  @Test
  void theEndpointsOfOtherProtocolsAreDocumented() {
    assertThat(document().path("paths").properties().stream().map(Map.Entry::getKey))
        .contains(
            "/v1/models", "/v1/models/{model}", "/v1/chat/completions", "/v1/responses", "/mcp");
  }

  @Test
  void everyOperationHasASummaryAndItsPathParameters() {
    forEachOperation((name, operation) -> {
      assertThat(operation.path("summary").asText()).as(name).isNotBlank();
      var parameters = operation.path("parameters");
      if (name.endsWith("{id}")) {
        assertThat(parameters)
            .as(name)
            .anySatisfy(
                parameter -> assertThat(resolved(parameter).path("name").asText()).isEqualTo("id"));
      }
    });
  }

  @Test
  void everyErrorIsAProblemWithAnExample() {
    for (var field : document().path("components").path("responses").properties()) {
      var response = field.getValue();
      if (field.getKey().equals("OpenAiFailure")) {
        continue;
      }
      var content = response.path("content").path("application/problem+json");
      assertThat(content.path("schema").path("$ref").asText())
          .isEqualTo("#/components/schemas/Problem");
      assertThat(content.path("examples")).isNotEmpty();
    }
  }

  @Test
  void responsesHaveExactlyTheFieldsOfTheirSchemas() {
    var reply = Api.ask("When did Iran and Russia sign the strategic cooperation agreement?");
    var schema = document().path("components").path("schemas").path("Reply");

    var fields = new TreeSet<String>();
    reply.fieldNames().forEachRemaining(fields::add);
    var described = new TreeSet<String>();
    schema.path("properties").fieldNames().forEachRemaining(described::add);
    assertThat(described).isEqualTo(fields);
    assertThat(schema.path("properties").path("answer").path("type"))
        .isEqualTo(Api.parse("[\"string\",\"null\"]"));
  }

  @Test
  void repliesAndEventsHaveTheFormOfTheirSchemas() {
    for (var message :
        List.of(
            "When did Iran and Russia sign the strategic cooperation agreement?",
            "Tell me about Lavrov",
            "Who won the 2022 World Cup?",
            "Hello!")) {
      checkForm("Reply", Api.ask(message));
      for (var event : Api.events(Map.of("message", message))) {
        checkEvent("/api/chat", event.name(), event.data());
      }
      for (var data :
          stream(
              "/v1/chat/completions",
              Map.of("messages", List.of(Map.of("role", "user", "content", message))))) {
        checkEvent("/v1/chat/completions", "message", data);
      }
      for (var data : stream("/v1/responses", Map.of("input", message))) {
        checkEvent("/v1/responses", "*", data);
      }
    }
  }

  private static List<JsonNode> stream(String path, Map<String, ?> request) {
    var body = new TreeMap<String, Object>(request);
    body.put("model", "dossier");
    body.put("stream", true);
    return Api.send("POST", path, Api.text(body), Api.json())
        .body()
        .lines()
        .filter(line -> line.startsWith("data: {"))
        .map(line -> Api.parse(line.substring("data: ".length())))
        .toList();
  }

  private static void checkEvent(String path, String event, JsonNode data) {
    var events =
        document()
            .path("paths")
            .path(path)
            .at("/post/responses/200/content/text~1event-stream/x-events");
    var schema = events.path(event).path("$ref").asText();
    checkForm(schema.substring(schema.lastIndexOf('/') + 1), data);
  }

  private static void checkForm(String schema, JsonNode value) {
    assertThat(ApiDocumentLintTest.violations("/components/schemas/" + schema, value))
        .as("%s: %s", schema, value)
        .isEmpty();
  }

  @Test
  void everyReferenceResolves() {
    for (var reference : document().findValuesAsText("$ref")) {
      assertThat(document().at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
    }
  }

  @Test
  void theFormatIsYamlUnlessJsonIsRequested() throws IOException {
    var asYaml = Api.get("/q/openapi");
    assertThat(asYaml.type()).startsWith("application/yaml");
    assertThat(new YAMLMapper().readTree(asYaml.body())).isEqualTo(document());
    var head = Api.send("HEAD", "/q/openapi", null, Map.of());
    assertThat(head.type()).isEqualTo(asYaml.type());
    assertThat(head.status()).isEqualTo(200);

    for (var asJson :
        List.of(
            Api.get("/q/openapi?format=JSON"),
            Api.send("GET", "/q/openapi", null, Map.of("Accept", "application/json")))) {
      assertThat(asJson.type()).startsWith("application/json");
      assertThat(asJson.json()).isEqualTo(document());
    }
  }

  private interface Look {
    void at(String name, JsonNode operation);
  }

  private static void forEachOperation(Look look) {
    var paths = document().path("paths");
    paths
        .properties()
        .forEach(path ->
            path.getValue()
                .properties()
                .forEach(
                    method -> look.at(method.getKey() + " " + path.getKey(), method.getValue())));
  }

  private static JsonNode resolved(JsonNode parameter) {
    return parameter.has("$ref")
        ? document().at(parameter.path("$ref").asText().substring(1))
        : parameter;
  }

  private static JsonNode document() {
    return Api.get("/q/openapi?format=json").json();
  }
}
