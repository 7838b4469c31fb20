package org.dossier.web.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dossier.web.mcp.McpMessages.call;
import static org.dossier.web.mcp.McpMessages.legacy;
import static org.dossier.web.mcp.McpMessages.modern;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dossier.HostilePayloads;
import org.dossier.cli.McpForwarder;
import org.dossier.cli.McpStdio;
import org.dossier.cli.RunningServer;
import org.dossier.web.Api;
import org.dossier.web.DefaultProfile;
import org.dossier.web.ReplyRules;
import org.dossier.web.json.Links;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(DefaultProfile.class)
class McpTest {
  private static final String QUESTION =
      "When did Iran and Russia sign the strategic cooperation agreement?";
  private static final String ARTICLE = "2011-11-11-strategic-cooperation-agreement";

  @Inject McpServer server;

  @Test
  void theNewestRevisionIsDiscovered() {
    var result = modern("server/discover", Map.of()).json().path("result");

    assertThat(result.path("resultType").asText()).isEqualTo("complete");
    assertThat(result.path("supportedVersions"))
        .isEqualTo(Api.parse("[\"2026-07-28\",\"2025-11-25\",\"2025-06-18\",\"2025-03-26\"]"));
    assertThat(result.path("capabilities")).isEqualTo(Api.parse("{\"tools\":{},\"resources\":{}}"));
    assertThat(result.at("/_meta/io.modelcontextprotocol~1serverInfo/name").asText())
        .isEqualTo("dossier");
    assertThat(result.path("ttlMs").asInt()).isPositive();
  }

  @ParameterizedTest
  @CsvSource({
    "2025-11-25, 2025-11-25",
    "2025-06-18, 2025-06-18",
    "2025-03-26, 2025-03-26",
    "2024-11-05, 2025-11-25",
    "2099-01-01, 2025-11-25"
  })
  void olderRevisionsBeginWithInitialize(String requested, String agreed) {
    var response =
        legacy(
            "initialize",
            Map.of(
                "protocolVersion", requested,
                "capabilities", Map.of(),
                "clientInfo", Map.of("name", "test", "version", "1")));

    assertThat(response.json().at("/result/protocolVersion").asText()).isEqualTo(agreed);
    assertThat(response.json().at("/result/serverInfo/name").asText()).isEqualTo("dossier");
    assertThat(response.headers().firstValue("mcp-session-id")).isEmpty();
    assertThat(legacy("ping", Map.of()).json().path("result")).isEmpty();
    assertThat(legacy("tools/list", Map.of()).json().path("result").has("resultType")).isFalse();
  }

  @Test
  void notificationsAreAcceptedWithoutABody() {
    var response =
        Api.send(
            "POST",
            "/mcp",
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
            McpMessages.headers());

    assertThat(response.status()).isEqualTo(202);
    assertThat(response.body()).isEmpty();
  }

  @Test
  void batchesOfTheOldestRevisionAreAnsweredTogether() {
    var batch =
        "[%s,{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"},%s]"
            .formatted(McpMessages.body("ping", Map.of()), McpMessages.body("nothing", Map.of()));
    var response = Api.send("POST", "/mcp", batch, McpMessages.headers());

    assertThat(response.json()).hasSize(2);
    assertThat(response.json().at("/1/error/code").asInt()).isEqualTo(-32601);
  }

  @Test
  void toolsAreListedInAStableOrderWithTheirSchemas() {
    var tools = modern("tools/list", Map.of()).json().at("/result/tools");

    assertThat(tools.findValuesAsText("name"))
        .containsExactly("search", "fetch", "ask", "check", "count", "timeline");
    assertThat(legacy("tools/list", Map.of()).json().at("/result/tools")).isEqualTo(tools);
    assertThat(tools)
        .allSatisfy(tool -> {
          assertThat(tool.at("/inputSchema/type").asText()).isEqualTo("object");
          assertThat(tool.at("/outputSchema/type").asText()).isEqualTo("object");
          assertThat(tool.path("description").asText()).isNotBlank();
        });
  }

  @Test
  void searchAndFetchHaveTheShapeOfConnectors() {
    var found = call("search", Map.of("query", "strategic cooperation agreement", "limit", 3));

    assertThat(found.path("results")).isNotEmpty();
    for (var entry : found.path("results")) {
      assertThat(entry.path("title").asText()).isNotBlank();
      assertThat(entry.path("url").asText()).startsWith(Api.address("/articles/").toString());
      var fetched = call("fetch", Map.of("id", entry.path("id").asText()));
      var article = Api.get(Links.json(entry.path("id").asText())).json();
      assertThat(fetched.path("id")).isEqualTo(entry.path("id"));
      assertThat(fetched.path("text")).isEqualTo(article.path("text"));
      assertThat(fetched.path("url").asText()).isNotEmpty();
      assertThat(fetched.at("/metadata/version")).isEqualTo(article.path("version"));
    }
    var filtered = call("search", Map.of("query", "agreement", "publishedFrom", "2099-01-01"));
    assertThat(filtered.path("results")).isEmpty();
  }

  @Test
  void countsAndTimelinesAreThoseOfHttp() {
    var counted = call("count", Map.of("phrases", List.of("Lavrov"), "by", List.of("year")));
    var timeline = call("timeline", Map.of("topic", "Lavrov", "until", "2013-12-31"));

    var http = Api.get("/api/count?phrase=Lavrov&by=year").json();
    for (var field : List.of("articles", "rule", "names", "groups", "next")) {
      assertThat(counted.path(field)).isEqualTo(http.path(field));
    }
    assertThat(counted.path("list")).hasSameSizeAs(http.path("list")).isNotEmpty();
    assertThat(counted.at("/list/0/url").asText())
        .isEqualTo(Api.address("") + http.at("/list/0/link").asText());
    assertThat(timeline.path("events"))
        .hasSameSizeAs(Api.get("/api/timeline?topic=Lavrov&until=2013-12-31").json().path("events"))
        .isNotEmpty();
    assertThat(timeline.at("/events/0/quotation/url").asText())
        .startsWith(Api.address("/articles/").toString());
  }

  @Test
  void answersHaveTheCitationsOfOtherSurfaces() {
    for (var question : List.of(QUESTION, "Hello!", "Who won the Treaty of Versailles cup?")) {
      var answer = call("ask", Map.of("question", question));
      var reply = Api.ask(question);

      for (var field : List.of("status", "answer", "statements", "notes", "confidence")) {
        assertThat(answer.path(field)).isEqualTo(reply.path(field));
      }
      ReplyRules.checkOutcome(answer);
      for (int i = 0; i < answer.path("citations").size(); i++) {
        var citation = answer.path("citations").get(i);
        var same = reply.path("citations").get(i);
        assertThat(citation.path("quote")).isEqualTo(same.path("quote"));
        assertThat(citation.path("url").asText())
            .isEqualTo(Api.address("") + same.path("link").asText());
      }
      assertThat(answer.findValuesAsText("url")).doesNotContain("");
    }
  }

  @Test
  void aTextIsCheckedAgainstTheArchive() {
    var quote = call("ask", Map.of("question", QUESTION)).at("/citations/0/quote").asText();
    var checked =
        call("check", Map.of("text", quote + " The Qyrrix comet hit Atlantis on 3 May 1821. [2]"));

    assertThat(checked.path("of").asInt()).isEqualTo(2);
    assertThat(checked.path("supported").asInt()).isEqualTo(1);
    var supported = checked.at("/sentences/0");
    assertThat(supported.path("supported").asBoolean()).isTrue();
    assertThat(supported.path("rule").isNull()).isTrue();
    var found = supported.at("/found/0");
    var text = Api.get(Links.json(found.path("id").asText())).json().path("text").asText();
    assertThat(found.path("quote").asText())
        .isEqualTo(text.substring(found.path("start").asInt(), found.path("end").asInt()));
    assertThat(checked.at("/sentences/1/supported").asBoolean()).isFalse();
    assertThat(checked.at("/sentences/1/rule").asText()).isNotBlank();
  }

  @Test
  void aTextIsCheckedAgainstGivenSources() {
    var source = Map.of("text", "The bridge reopened after 21 days.", "published", "2019-05-12");
    var checked =
        call(
            "check",
            Map.of(
                "text",
                "The bridge reopened after 21 days. The bridge reopened after 12 days.",
                "sources",
                List.of(source)));

    assertThat(checked.at("/sentences/0/supported").asBoolean()).isTrue();
    var found = checked.at("/sentences/0/found/0");
    assertThat(found.path("source").asInt()).isEqualTo(1);
    assertThat(found.path("quote").asText()).isEqualTo("The bridge reopened after 21 days.");
    assertThat(found.has("url")).isFalse();
    assertThat(checked.at("/sentences/1/rule").asText()).isEqualTo("number");
    assertThat(checked.at("/sentences/1/found")).isEmpty();
  }

  @Test
  void articlesAreResources() {
    var listed = modern("resources/list", Map.of()).json().path("result");
    var uri = "dossier://articles/" + ARTICLE;
    var read = modern("resources/read", Map.of("uri", uri)).json().path("result");

    assertThat(listed.path("resources").findValuesAsText("uri")).contains(uri);
    assertThat(read.at("/contents/0/text"))
        .isEqualTo(Api.get(Links.json(ARTICLE)).json().path("text"));
    assertThat(read.path("ttlMs").asInt(-1)).isZero();
    assertThat(
            modern("resources/templates/list", Map.of())
                .json()
                .at("/result/resourceTemplates/0/uriTemplate")
                .asText())
        .isEqualTo("dossier://articles/{id}");
    for (var unknown :
        List.of("dossier://articles/none", "file:///etc/passwd", "dossier://articles/%ff", "")) {
      assertThat(
              modern("resources/read", Map.of("uri", unknown), Map.of("Mcp-Name", unknown))
                  .json()
                  .at("/error/code")
                  .asInt())
          .as(unknown)
          .isIn(-32602, -32020);
    }
  }

  /// A proxy routes by the headers, so they must agree with the body.
  @ParameterizedTest
  @CsvSource({
    "MCP-Protocol-Version, ''",
    "MCP-Protocol-Version, 2025-06-18",
    "Mcp-Method, ''",
    "Mcp-Method, tools/list",
    "Mcp-Name, ''",
    "Mcp-Name, fetch",
    "Mcp-Name, =?base64?ZmV0Y2g=?=",
    "Mcp-Name, =?base64?=",
    "Mcp-Name, =?base64?%%%?="
  })
  void headersThatDisagreeWithTheBodyAreRejected(String header, String value) {
    var response =
        modern(
            "tools/call",
            Map.of("name", "search", "arguments", Map.of("query", "x")),
            Map.of(header, value));

    assertThat(response.status()).as(response.body()).isEqualTo(400);
    assertThat(response.json().at("/error/code").asInt()).isEqualTo(-32020);
  }

  @Test
  void encodedHeadersAreDecoded() {
    var response =
        modern(
            "tools/call",
            Map.of("name", "search", "arguments", Map.of("query", "agreement")),
            Map.of("Mcp-Name", "=?base64?c2VhcmNo?="));

    assertThat(response.status()).as(response.body()).isEqualTo(200);
  }

  @Test
  void unsupportedVersionsAndMethodsAreReported() {
    var body =
        McpMessages.body(
            "tools/list",
            Map.of(
                "_meta",
                Map.of(
                    "io.modelcontextprotocol/protocolVersion",
                    "1900-01-01",
                    "io.modelcontextprotocol/clientCapabilities",
                    Map.of())));
    var headers = McpMessages.headers();
    headers.put("MCP-Protocol-Version", "1900-01-01");
    headers.put("Mcp-Method", "tools/list");
    var version = Api.send("POST", "/mcp", body, headers);
    var method = modern("prompts/list", Map.of());

    assertThat(version.status()).isEqualTo(400);
    assertThat(version.json().at("/error/code").asInt()).isEqualTo(-32022);
    assertThat(version.json().at("/error/data/supported/0").asText()).isEqualTo("2026-07-28");
    assertThat(method.status()).isEqualTo(404);
    assertThat(method.json().at("/error/code").asInt()).isEqualTo(-32601);
    assertThat(legacy("prompts/list", Map.of()).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          search | {}                                          | query
          search | {"query": " "}                              | query
          search | {"query": "x", "limit": 0}                  | limit
          search | {"query": "x", "limit": "3"}                | limit
          search | {"query": "x", "publishedFrom": "2011"}     | publishedFrom
          search | {"query": "x", "publishers": "x"}           | publishers
          search | {"query": "x", "filter": "x"}               | filter
          search | []                                          | arguments
          count  | {"phrases": "Iran"}                         | phrases
          count  | {"phrases": [1]}                            | phrases
          count  | {"by": ["day"]}                             | by
          count  | {"match": "some"}                           | match
          count  | {"match": 1}                                | match
          count  | {"after": "2011"}                           | after
          count  | {"phrase": "x"}                             | phrase
          timeline | {}                                        | topic
          timeline | {"topic": "x", "from": "2011"}            | from
          timeline | {"topic": "x", "limit": 51}               | limit
          fetch  | {"id": "none"}                              | none
          fetch  | {"id": "../../etc/passwd"}                  | passwd
          ask    | {"question": ""}                            | question
          check  | {"text": 7}                                 | text
          check  | {"text": "x", "sources": [{}]}              | sources[0].text
          """)
  void invalidArgumentsAreResultsThatSayWhy(String tool, String arguments, String says) {
    var params = Map.of("name", tool, "arguments", Api.parse(arguments));
    var result = modern("tools/call", params).json().path("result");

    assertThat(result.path("isError").asBoolean()).isTrue();
    assertThat(result.at("/content/0/text").asText()).contains(says).doesNotContain("org.dossier");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {                                                   | -32700
          `` | -32600
          7                                                   | -32600
          {}                                                  | -32600
          []                                                  | -32600
          {"jsonrpc": "1.0", "id": 1, "method": "ping"}       | -32600
          {"jsonrpc": "2.0", "id": {}, "method": "ping"}      | -32600
          {"jsonrpc": "2.0", "id": 1, "method": 7}            | -32600
          {"jsonrpc": "2.0", "id": 1, "result": {}}           | -32600
          """)
  void malformedMessagesAreErrors(String body, int code) {
    var response = Api.send("POST", "/mcp", body, McpMessages.headers());

    assertThat(response.status()).as(response.body()).isEqualTo(400);
    assertThat(response.type()).isEqualTo("application/json");
    assertThat(response.json().at("/error/code").asInt()).isEqualTo(code);
    assertThat(response.body()).doesNotContain("org.dossier");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "DELETE"})
  void thereAreNoStreamsAndNoSessions(String method) {
    assertThat(Api.send(method, "/mcp", null, Map.of("Accept", "text/event-stream")).status())
        .isEqualTo(405);
  }

  @Test
  void pagesOfOtherSitesAreRejected() {
    var headers = new HashMap<>(McpMessages.headers());
    headers.put("Origin", "https://evil.example");
    var response = Api.send("POST", "/mcp", McpMessages.body("tools/list", Map.of()), headers);

    assertThat(response.status()).isEqualTo(403);
    assertThat(response.json().at("/error/code").asInt()).isEqualTo(-32600);
  }

  @Test
  void metadataOfTheResourceNeedAnIssuer() {
    assertThat(Api.get("/.well-known/oauth-protected-resource/mcp").status()).isEqualTo(404);
  }

  static Stream<String> attacks() {
    return HostilePayloads.all().stream();
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void payloadsAreData(String attack) {
    var search =
        modern("tools/call", Map.of("name", "search", "arguments", Map.of("query", attack)));
    var fetch = modern("tools/call", Map.of("name", "fetch", "arguments", Map.of("id", attack)));
    var check = modern("tools/call", Map.of("name", "check", "arguments", Map.of("text", attack)));

    for (var response : List.of(search, fetch, check)) {
      assertThat(response.status()).as(response.body()).isEqualTo(200);
      assertThat(response.json().path("result").isObject()).isTrue();
      assertThat(response.body()).doesNotContain("root:x:", "[fonts]");
    }
    assertThat(fetch.json().at("/result/isError").asBoolean()).isTrue();
  }

  @Test
  void theSameIsServedOverStandardInput() {
    var local = stdio(line -> server.answerLine(line, null));
    var forwarded = stdio(new McpForwarder(new RunningServer(Api.address(""), null, null))::answer);

    for (var lines : List.of(local, forwarded)) {
      assertThat(lines).hasSize(5);
      assertThat(lines.get(0).at("/result/protocolVersion").asText()).isEqualTo("2025-11-25");
      assertThat(lines.get(1).at("/result/supportedVersions")).hasSize(4);
      assertThat(lines.get(2).at("/result/resultType").asText()).isEqualTo("complete");
      assertThat(lines.get(2).at("/result/structuredContent/results/0/url").asText()).isNotEmpty();
      assertThat(lines.get(3).at("/result/contents/0/text").asText()).isNotEmpty();
      assertThat(lines.get(4).at("/error/code").asInt()).isEqualTo(-32700);
    }
  }

  private static List<JsonNode> stdio(Function<String, Optional<String>> answer) {
    var meta =
        Map.of(
            "io.modelcontextprotocol/protocolVersion",
            McpMessages.MODERN,
            "io.modelcontextprotocol/clientCapabilities",
            Map.of());
    var input =
        Stream.of(
                McpMessages.body("initialize", Map.of("protocolVersion", "2025-11-25")),
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
                "",
                McpMessages.body("server/discover", Map.of("_meta", meta)),
                McpMessages.body(
                    "tools/call",
                    Map.of("_meta", meta, "name", "search", "arguments", Map.of("query", "Iran"))),
                McpMessages.body(
                    "resources/read",
                    Map.of("_meta", meta, "uri", "dossier://articles/" + ARTICLE)),
                "{")
            .collect(Collectors.joining("\n"));
    var out = new ByteArrayOutputStream();
    new McpStdio(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8))
        .serve(answer);
    return out.toString(StandardCharsets.UTF_8).lines().map(Api::parse).toList();
  }
}
