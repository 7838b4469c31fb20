package org.dossier.web.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.dossier.web.Api;
import org.dossier.web.ReplyRules;
import org.dossier.web.json.Links;

/// The rules that every result of a tool satisfies.
public final class McpRules {
  private McpRules() {}

  /// Asks, and checks that the quotations are exact and lead to their places.
  public static void ask(String question) {
    var answer = McpMessages.call("ask", Map.of("question", question));
    ReplyRules.checkOutcome(answer);
    for (var citation : answer.path("citations")) {
      var article = citation.path("article");
      var id = article.path("id").asText();
      var version = article.path("version").asText();
      checkQuote(citation, text(id, version));
      assertThat(citation.path("url").asText())
          .isEqualTo(
              Api.address(
                      "%s?version=%s&start=%d&end=%d#cited"
                          .formatted(
                              Links.page(id),
                              version,
                              citation.path("start").asInt(),
                              citation.path("end").asInt()))
                  .toString());
    }
    assertThat(answer.findValuesAsText("url")).doesNotContain("");
  }

  /// Searches, and reads what was found.
  public static void search(String query) {
    for (var entry : McpMessages.call("search", Map.of("query", query)).path("results")) {
      var fetched = McpMessages.call("fetch", Map.of("id", entry.path("id").asText()));
      assertThat(fetched.path("text").asText())
          .isEqualTo(text(entry.path("id").asText(), fetched.at("/metadata/version").asText()))
          .contains(entry.path("text").asText());
      assertThat(entry.path("url").asText()).startsWith(Api.address("/articles/").toString());
    }
  }

  /// Checks a text against the archive.
  public static void check(String text) {
    for (var sentence : McpMessages.call("check", Map.of("text", text)).path("sentences")) {
      for (var found : sentence.path("found")) {
        checkQuote(found, text(found.path("id").asText(), found.path("version").asText()));
      }
    }
  }

  private static void checkQuote(JsonNode citation, String text) {
    assertThat(citation.path("quote").asText())
        .isNotEmpty()
        .isEqualTo(text.substring(citation.path("start").asInt(), citation.path("end").asInt()));
  }

  private static String text(String id, String version) {
    return Api.get(Links.json(id) + "?version=" + version).json().path("text").asText();
  }
}
