package org.dossier.web.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.dossier.web.Api;
import org.dossier.web.ReplyRules;

/// The rules that every chat completion satisfies.
public final class CompletionRules {
  private static final Pattern MARKER = Pattern.compile("(?<!\\\\)\\[(\\d+)]");

  private CompletionRules() {}

  /// A whole completion for one message.
  public static JsonNode ask(String message) {
    return complete(Map.of("model", "dossier", "messages", messages(message)));
  }

  public static JsonNode complete(Map<String, ?> request) {
    var response = Api.send("POST", "/v1/chat/completions", Api.text(request), Api.json());
    assertThat(response.status()).as(response.body()).isEqualTo(200);
    assertThat(response.type()).startsWith("application/json");
    return response.json();
  }

  static List<Map<String, String>> messages(String message) {
    return List.of(Map.of("role", "user", "content", message));
  }

  /// The chunks of a streamed completion, without the last line.
  static List<JsonNode> chunks(Map<String, ?> request) {
    var response = Api.send("POST", "/v1/chat/completions", Api.text(request), Api.json());
    assertThat(response.type()).as(response.body()).startsWith("text/event-stream");
    var lines = new ArrayList<>(List.of(response.body().strip().split("\n\n", -1)));
    assertThat(lines.removeLast()).isEqualTo("data: [DONE]");
    return lines.stream().map(line -> Api.parse(line.replaceFirst("^data: ", ""))).toList();
  }

  public static void check(JsonNode completion) {
    var choice = completion.path("choices").path(0);
    assertThat(completion.path("object").asText()).isEqualTo("chat.completion");
    assertThat(choice.path("finish_reason").asText()).isEqualTo("stop");
    var message = choice.path("message");
    checkContent(
        message.path("content").asText(), message.path("annotations"), completion.path("dossier"));
  }

  /// Checks the text and its annotations, whole or joined from chunks.
  static void checkContent(String content, JsonNode annotations, JsonNode extension) {
    assertThat(content).isNotBlank();
    var base = Api.address("").toString();
    MarkdownRules.check(content, base);
    var markers = MARKER.matcher(body(content, extension)).results().toList();
    assertThat(annotations).as(content).hasSameSizeAs(markers);
    for (int i = 0; i < annotations.size(); i++) {
      checkAnnotation(annotations.get(i), content, markers.get(i).group(1), base);
    }
    for (var statement : extension.path("statements")) {
      var words = content.substring(statement.path("start").asInt(), statement.path("end").asInt());
      assertThat(MarkdownText.unescape(words)).isEqualTo(statement.path("text").asText());
    }
    extension.path("citations").forEach(ReplyRules::checkCitation);
    ReplyRules.checkOutcome(extension);
  }

  /// The text of the statements; empty if the reply has none.
  private static String body(String content, JsonNode extension) {
    var statements = extension.path("statements");
    if (statements.isEmpty()) {
      return "";
    }
    int end = statements.path(statements.size() - 1).path("end").asInt();
    int rest = content.indexOf('\n', end);
    return content.substring(0, rest < 0 ? content.length() : rest);
  }

  private static void checkAnnotation(
      JsonNode annotation, String content, String number, String base) {
    var page = annotation.path("url_citation");
    var citation = annotation.path("dossier");
    assertThat(annotation.path("type").asText()).isEqualTo("url_citation");
    assertThat(
            ReplyContentTest.substring(
                content, page.path("start_index").asInt(), page.path("end_index").asInt()))
        .isEqualTo("[" + number + "]");
    assertThat(citation.path("number").asText()).isEqualTo(number);
    assertThat(page.path("url").asText()).isEqualTo(base + citation.path("link").asText());
    assertThat(page.path("title").asText()).isNotBlank().doesNotContain("\n");
    ReplyRules.checkCitation(citation);
  }
}
