package org.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.dossier.web.json.Links;

/// The rules that every reply satisfies.
public final class ReplyRules {
  private static final Pattern MARKER = Pattern.compile("\\[(\\p{Nd}+)]");

  private ReplyRules() {}

  static void check(JsonNode reply) {
    assertThat(reply.path("conversation").asText())
        .as(reply.toString())
        .matches("[A-Za-z0-9_-]{22}");
    switch (reply.path("status").asText()) {
      case "answered", "related" -> checkCited(reply);
      case "clarify", "about" -> checkOwnWords(reply);
      case "abstained" -> checkAbstained(reply);
      default -> throw new AssertionError("no reply: " + reply);
    }
  }

  /// Checks the fields of the outcome of a reply in a form that has its text elsewhere.
  public static void checkOutcome(JsonNode reply) {
    switch (reply.path("status").asText()) {
      case "answered", "related" ->
          assertThat(numbers(reply.path("citations"), "number"))
              .isNotEmpty()
              .containsExactlyElementsOf(
                  new LinkedHashSet<>(
                      StreamSupport.stream(reply.path("statements").spliterator(), false)
                          .flatMap(statement -> integers(statement.path("citations")).stream())
                          .toList()));
      case "clarify", "about" -> checkWithoutStatements(reply);
      case "abstained" -> checkAbstained(reply);
      default -> throw new AssertionError("no reply: " + reply);
    }
  }

  private static void checkCited(JsonNode reply) {
    assertThat(reply.path("abstention").isNull()).isTrue();
    assertThat(reply.path("statements")).isNotEmpty();
    var numbers = numbers(reply.path("citations"), "number");
    assertThat(List.copyOf(markers(reply.path("answer").asText()))).isEqualTo(numbers);
    for (var statement : reply.path("statements")) {
      checkStatement(statement, reply.path("answer").asText());
      assertThat(numbers).containsAll(integers(statement.path("citations")));
    }
    reply.path("citations").forEach(ReplyRules::checkCitation);
  }

  private static void checkStatement(JsonNode statement, String answer) {
    var text = statement.path("text").asText();
    assertThat(answer.substring(statement.path("start").asInt(), statement.path("end").asInt()))
        .isEqualTo(text);
    assertThat(MARKER.matcher(text).find()).as(text).isFalse();
  }

  /// Compares the citation, or another quotation, with the article in the public API.
  public static void checkCitation(JsonNode citation) {
    var article = citation.path("article");
    var path =
        Links.json(article.path("id").asText()) + "?version=" + article.path("version").asText();
    var text = Api.get(path).json().path("text").asText();
    assertThat(citation.path("quote").asText())
        .isNotEmpty()
        .isEqualTo(text.substring(citation.path("start").asInt(), citation.path("end").asInt()));
    assertThat(citation.path("link").asText())
        .isEqualTo(
            "%s?version=%s&start=%d&end=%d#cited"
                .formatted(
                    Links.page(article.path("id").asText()),
                    article.path("version").asText(),
                    citation.path("start").asInt(),
                    citation.path("end").asInt()));
  }

  private static void checkOwnWords(JsonNode reply) {
    assertThat(reply.path("answer").asText()).isNotBlank();
    checkWithoutStatements(reply);
  }

  /// A question back, or a reply about the archive.
  private static void checkWithoutStatements(JsonNode reply) {
    assertThat(reply.path("statements")).isEmpty();
    assertThat(reply.path("citations")).isEmpty();
    assertThat(reply.path("abstention").isNull()).isTrue();
    assertThat(reply.path("clarification").isNull())
        .isEqualTo(reply.path("status").asText().equals("about"));
  }

  private static void checkAbstained(JsonNode reply) {
    assertThat(reply.path("answer").asText("null")).isEqualTo("null");
    assertThat(reply.path("statements")).isEmpty();
    assertThat(reply.path("citations")).isEmpty();
    assertThat(reply.path("abstention").path("explanation").asText()).isNotBlank();
    assertThat(reply.path("abstention").path("reason").asText())
        .isIn(
            "empty-archive",
            "not-mentioned",
            "outside-filters",
            "weak-evidence",
            "unsupported",
            "withdrawn");
  }

  private static Set<Integer> markers(String answer) {
    var markers = new LinkedHashSet<Integer>();
    MARKER.matcher(answer).results().forEach(found -> markers.add(Integer.valueOf(found.group(1))));
    return markers;
  }

  private static List<Integer> numbers(JsonNode array, String field) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(item -> item.path(field).asInt())
        .toList();
  }

  private static List<Integer> integers(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asInt).toList();
  }
}
