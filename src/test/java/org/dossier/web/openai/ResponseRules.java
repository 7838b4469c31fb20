package org.dossier.web.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dossier.web.Api;

/// The rules that every response of the Responses API satisfies.
public final class ResponseRules {
  private ResponseRules() {}

  /// A whole response to one message.
  public static JsonNode ask(String message) {
    return respond(Map.of("model", "dossier", "input", message));
  }

  /// The last event of a streamed response to one message, whose parts are checked.
  public static JsonNode stream(String message) {
    var events = events(Map.of("model", "dossier", "input", message, "stream", true));
    var completed = events.getLast().path("response");
    var text = new StringBuilder();
    events.forEach(event -> text.append(event.path("delta").asText("")));
    assertThat(text).hasToString(completed.at("/output/0/content/0/text").asText());
    return completed;
  }

  static JsonNode respond(Map<String, ?> request) {
    var response = Api.send("POST", "/v1/responses", Api.text(request), Api.json());
    assertThat(response.status()).as(response.body()).isEqualTo(200);
    return response.json();
  }

  static List<JsonNode> events(Map<String, ?> request) {
    var response = Api.send("POST", "/v1/responses", Api.text(request), Api.json());
    assertThat(response.type()).as(response.body()).startsWith("text/event-stream");
    var events = new ArrayList<JsonNode>();
    for (var event : response.body().strip().split("\n\n", -1)) {
      var lines = event.split("\n", -1);
      var data = Api.parse(lines[1].replaceFirst("^data: ", ""));
      assertThat(lines[0]).isEqualTo("event: " + data.path("type").asText());
      events.add(data);
    }
    return events;
  }

  public static void check(JsonNode response) {
    assertThat(response.path("status").asText()).isEqualTo("completed");
    var text = response.at("/output/0/content/0");
    var pages = JsonNodeFactory.instance.arrayNode();
    var files = new ArrayList<String>();
    for (var annotation : text.path("annotations")) {
      switch (annotation.path("type").asText()) {
        case "url_citation" ->
            pages
                .addObject()
                .put("type", "url_citation")
                .<ObjectNode>set("url_citation", annotation)
                .set("dossier", annotation.path("dossier"));
        case "file_citation" ->
            files.add(annotation.path("file_id").asText() + " " + annotation.path("index").asInt());
        default -> throw new AssertionError("no citation: " + annotation);
      }
    }
    CompletionRules.checkContent(text.path("text").asText(), pages, response.path("dossier"));
    var expected = new ArrayList<String>();
    for (var page : pages) {
      var article = page.at("/dossier/article");
      expected.add(
          "%s@%s %d"
              .formatted(
                  article.path("id").asText(),
                  article.path("version").asText(),
                  page.at("/url_citation/start_index").asInt()));
    }
    assertThat(files).isEqualTo(expected);
  }
}
