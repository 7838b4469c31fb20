package org.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(DefaultProfile.class)
class CheckResourceTest {
  @Test
  void statementsAreVerifiedAgainstTheirSources() {
    var checked =
        check(
                """
                {"statements": [
                   {"text": "The bridge opened on 3 May 1999.", "citations": [1]},
                   {"text": "The bridge opened on 4 June 1999.", "citations": [1]},
                   {"text": "The bridge is red.", "citations": []}],
                 "sources": [{"number": 1, "text": "The bridge over the Lune opened on 3 May 1999."}]}
                """)
            .json();

    assertThat(checked.path("supported").asInt()).isEqualTo(1);
    assertThat(checked.path("of").asInt()).isEqualTo(3);
    assertThat(checked.path("statements"))
        .extracting(statement -> statement.path("reason").asText())
        .containsExactly("null", "date", "source");
    assertThat(checked.at("/statements/1/detail").asText()).contains("4 June 1999");
    assertThat(checked.at("/statements/0/citations")).isEqualTo(Api.parse("[1]"));
  }

  @Test
  void replyIsAcceptedUnchanged() {
    var reply = Api.ask("When did Iran and Russia sign the strategic cooperation agreement?");
    var checked = check(reply.toString()).json();
    assertThat(checked.path("of").asInt())
        .isPositive()
        .isEqualTo(checked.path("supported").asInt());
  }

  @Test
  void textIsVerifiedAgainstTheArchive() {
    var text =
        "The Brindlow library reopened on 5 May 2015. 🦉 The Brindlow library has 400 chairs. [1]";
    Api.put(
        "check/library",
        Map.of(
            "title", "Library",
            "text", "The Brindlow library reopened on 5 May 2015. 🦉 The library has 300 chairs."));

    var statements = check(Api.text(Map.of("text", text))).json().path("statements");

    var first = statements.get(0);
    assertThat(first.path("supported").asBoolean()).isTrue();
    var found = first.at("/found/0");
    assertThat(found.at("/article/id").asText()).isEqualTo("check/library");
    assertThat(found.path("quote").asText())
        .isEqualTo("The Brindlow library reopened on 5 May 2015.");
    assertThat(Api.page(found.path("link").asText().replaceFirst("#.*", "")).body())
        .contains("<mark id=\"cited\">The Brindlow library reopened");
    var last = statements.get(statements.size() - 1);
    assertThat(last.path("supported").asBoolean()).isFalse();
    assertThat(last.path("reason").asText()).isEqualTo("number");
    assertThat(last.path("detail").asText()).contains("400");
    assertThat(last.path("text").asText()).doesNotContain("[1]");
    for (var statement : statements) {
      assertPlace(statement, text);
    }
    Api.delete("/api/articles/check/library");
  }

  @Test
  void textIsVerifiedAgainstGivenSourcesOnly() {
    var source = "🦉 The mill at Quillow was built in 1821. It grinds oats.";
    var body =
        Map.of(
            "text",
            "The mill at Quillow was built in 1821. It was built in 1830. Iran and Russia signed an agreement.",
            "sources",
            List.of(
                Map.of("number", 7, "text", "The inn has a red roof."),
                Map.of("number", 4, "text", source)));

    var checked = check(Api.text(body)).json();

    assertThat(checked.path("supported").asInt()).isEqualTo(1);
    assertThat(checked.path("statements"))
        .extracting(statement -> statement.path("reason").asText())
        .first()
        .isEqualTo("null");
    var found = checked.at("/statements/0/found/0");
    assertThat(found.path("source").asInt()).isEqualTo(4);
    assertThat(found.path("article").isNull()).isTrue();
    assertThat(found.path("quote").asText())
        .isEqualTo("🦉 The mill at Quillow was built in 1821.")
        .isEqualTo(source.substring(found.path("start").asInt(), found.path("end").asInt()));
    assertThat(checked.at("/statements/1/reason").asText()).isEqualTo("date");
    assertThat(checked.at("/statements/2/supported").asBoolean()).isFalse();
    assertThat(Api.get("/api/articles/4").status()).isEqualTo(404);
  }

  @Test
  void givenSourcesHaveALimit() {
    var sources =
        IntStream.rangeClosed(1, 11)
            .mapToObj(i -> Map.of("number", i, "text", "It is so. ".repeat(2_000)))
            .toList();

    var rejected = check(Api.text(Map.of("text", "It is so.", "sources", sources)));

    assertThat(rejected.status()).isEqualTo(400);
    assertThat(rejected.json().path("field").asText()).isEqualTo("sources");
    assertThat(rejected.json().path("detail").asText()).contains("the limit is 200000");
  }

  private static void assertPlace(JsonNode statement, String text) {
    var place = text.substring(statement.path("start").asInt(), statement.path("end").asInt());
    assertThat(place).contains(statement.path("text").asText());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | statements | 400",
        "[] | '' | 400",
        "{\"text\": 1} | text | 400",
        "{\"text\": \" \"} | text | 400",
        "{\"text\": \"A.\", \"statements\": [{\"text\": \"A.\"}]} | text | 400",
        "{\"text\": \"A.\", \"sources\": [{\"text\": \"A.\"}]} | sources[0].number | 400",
        "{\"text\": \"A.\", \"sources\": [{\"number\": 1, \"text\": \"b\\u0000\"}]} | sources | 400",
        "{\"sources\": [], \"statements\": [{\"text\": \"A.\", \"citations\": [1]}]} | statements[0].citations[0] | 400",
      })
  void invalidInputIsRejectedWithItsField(String body, String field, int status) {
    var rejected = check(body);
    assertThat(rejected.status()).as(rejected.body()).isEqualTo(status);
    if (!field.isEmpty() && !body.equals("{}")) {
      assertThat(rejected.json().path("field").asText()).isEqualTo(field);
    }
  }

  @Test
  void inputHasLimits() {
    assertThat(check(Api.text(Map.of("text", "x".repeat(20_001)))).json().path("detail").asText())
        .contains("the limit is 20000");
    assertThat(
            check(Api.text(Map.of("text", "It is so. ".repeat(51)))).json().path("detail").asText())
        .contains("the limit is 50");
    assertThat(check("x".repeat((1 << 20) + 1)).status()).isEqualTo(413);
    assertThat(Api.send("POST", "/api/check", "a", Map.of("Content-Type", "text/plain")).status())
        .isEqualTo(415);
  }

  private static Api.Response check(String body) {
    return Api.send("POST", "/api/check", body, Api.json());
  }
}
