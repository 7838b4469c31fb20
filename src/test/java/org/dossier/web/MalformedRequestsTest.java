package org.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.dossier.web.Api.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(DefaultProfile.class)
class MalformedRequestsTest {
  private static final int MEGABYTE = 1 << 20;
  private static final int TIMEOUT_MILLIS = 30_000;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {                                            | malformed-json  |                       | line 1, column
          {"message": "x",,}                           | malformed-json  |                       | line 1, column 17
          {"message": "x"} more                        | malformed-json  |                       | line 1, column
          {"message": "x", "message": "y"}             | malformed-json  |                       | Duplicate
          {'message': 'x'}                             | malformed-json  |                       | line 1, column
          {"message": NaN}                             | malformed-json  |                       | line 1, column
          `` | missing-body    |                       | no body
          ` ` | missing-body    |                       | no body
          null                                         | invalid-field   |                       | null
          []                                           | invalid-field   |                       | an object
          "message"                                    | invalid-field   |                       | an object
          7                                            | invalid-field   |                       | an object
          {}                                           | invalid-field   | message               | missing
          {"message": null}                            | invalid-field   | message               | missing
          {"message": 7}                               | invalid-field   | message               | a string
          {"message": true}                            | invalid-field   | message               | a string
          {"message": ["x"]}                           | invalid-field   | message               | a string
          {"message": {"text": "x"}}                   | invalid-field   | message               | a string
          {"message": ""}                              | invalid-field   | message               | empty
          {"message": " \\u00a0\\n"}                   | invalid-field   | message               | empty
          {"message": "\\ud83d"}                       | invalid-field   | message               | surrogate
          {"message": "a\\u0000b"}                     | invalid-field   | message               | NUL
          {"message": "x", "mesage": "y"}              | unknown-field   | mesage                | known fields are
          {"message": "x", "conversation": 7}          | invalid-field   | conversation          | a string
          {"message": "x", "filters": []}              | invalid-field   | filters               | an object
          {"message": "x", "filters": ""}              | invalid-field   | filters               | an object
          {"message": "x", "filters": {"from": "x"}}   | unknown-field   | filters.from          | publishedFrom
          {"message": "x", "filters": {"publishers": "x"}} | invalid-field | filters.publishers  | an array of strings
          {"message": "x", "filters": {"publishers": ["x", 7]}} | invalid-field | filters.publishers[1] | a string
          {"message": "x", "filters": {"publishers": [null]}} | invalid-field | filters.publishers | empty
          {"message": "x", "filters": {"publishedFrom": "2011"}} | invalid-field | filters.publishedFrom | a date such as
          {"message": "x", "filters": {"publishedFrom": "2011-02-30"}} | invalid-field | filters.publishedFrom | a date such as
          {"message": "x", "filters": {"publishedFrom": 15000}} | invalid-field | filters.publishedFrom | a date such as
          {"message": "x", "filters": {"publishedFrom": [2011, 2, 3]}} | invalid-field | filters.publishedFrom | a date such as
          {"message": "x", "filters": {"publishedFrom": "2012-01-01", "publishedTo": "2011-01-01"}} | invalid-field | filters.publishedFrom | filters.publishedTo
          {"message": "x", "filters": {"publishedFrom": "2012-01-01", "asOf": "2011-01-01"}} | invalid-field | filters.publishedFrom | filters.asOf
          """)
  void invalidQuestionsReportFieldAndReason(String body, String type, String field, String says) {
    var answer = Api.send("POST", "/api/chat", body, Api.json());

    isProblem(answer, 400);
    assertThat(answer.json().path("type").asText()).isEqualTo("urn:dossier:problem:" + type);
    assertThat(answer.json().path("field").asText("")).isEqualTo(field == null ? "" : field);
    assertThat(answer.json().path("detail").asText()).contains(says);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                                             | text
          {"text": " "}                                  | text
          {"text": "\\ud800"}                            | text
          {"text": 7}                                    | text
          {"text": "x", "body": "y"}                     | body
          {"text": "x", "id": "y"}                       | id
          {"text": "x", "published": "5 March 2024"}     | published
          {"text": "x", "publishedInferred": "true"}     | publishedInferred
          {"text": "x", "publishedInferred": 1}          | publishedInferred
          {"text": "x", "publishedInferred": true}       | publishedInferred
          {"text": "x", "authors": "Ada"}                | authors
          {"text": "x", "authors": [7]}                  | authors[0]
          {"text": "x", "url": "javascript:alert(1)"}    | url
          {"text": "x", "url": "no address"}             | url
          {"text": "x", "language": "English, mostly"}   | language
          """)
  void invalidArticlesReportTheField(String body, String field) {
    var answer = Api.send("PUT", "/api/articles/malformed", body, Api.json());

    isProblem(answer, 400);
    assertThat(answer.json().path("field").asText()).isEqualTo(field);
    assertThat(Api.get("/api/articles/malformed").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /api/search                                                        | q
          /api/search?q=                                                     | q
          /api/search?q=%20                                                  | q
          /api/search?q=x&limit=0                                            | limit
          /api/search?q=x&limit=-1                                           | limit
          /api/search?q=x&limit=1000                                         | limit
          /api/search?q=x&limit=ten                                          | limit
          /api/search?q=x&limit=99999999999                                  | limit
          /api/search?q=x&publishedFrom=2011                                 | publishedFrom
          /api/search?q=x&publishedTo=2011-13-01                             | publishedTo
          /api/search?q=x&publishedFrom=2012-01-01&publishedTo=2011-01-01    | publishedFrom
          /api/search?q=x&asOf=2011                                          | asOf
          /api/search?q=x&publishedFrom=2012-01-01&asOf=2011-01-01           | publishedFrom
          /api/search?q=x&publisher=%20                                      | publisher
          /api/search?q=x&facet=animal                                       | facet
          /api/timeline                                                      | topic
          /api/timeline?topic=%20                                            | topic
          /api/timeline?topic=x&from=2012-01-01&until=2011-01-01             | from
          /api/timeline?topic=x&until=yesterday                              | until
          /api/timeline?topic=x&limit=51                                     | limit
          /api/count?phrase=                                                 | phrase
          /api/count?phrase=...                                              | phrase
          /api/count?phrase=x&match=some                                     | match
          /api/count?phrase=x&by=day                                         | by
          /api/count?phrase=x&limit=101                                      | limit
          /api/count?phrase=x&after=2011                                     | after
          /api/count?phrase=x&after=2011-13-01+a                             | after
          /api/count?publishedTo=2011-13-01                                  | publishedTo
          /api/articles?limit=0                                              | limit
          /api/articles?limit=501                                            | limit
          """)
  void invalidParametersAreReported(String path, String field) {
    var answer = Api.get(path);

    isProblem(answer, 400);
    assertThat(answer.json().path("type").asText())
        .isEqualTo("urn:dossier:problem:invalid-parameter");
    assertThat(answer.json().path("field").asText()).isEqualTo(field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET    | /api/articles/a%00b               | 400
          GET    | /api/articles/a%ffb               | 400
          GET    | /api/articles/%c0%ae%c0%ae/x      | 400
          GET    | /api/articles/%ed%a0%80           | 400
          GET    | /api/articles/..%2f..%2fetc       | 404
          PUT    | /api/articles/..%2f..%2fetc       | 400
          PUT    | /api/articles/a/%2e%2e/b          | 400
          PUT    | /api/articles/%20x                | 400
          PUT    | /api/articles/a%0ab               | 400
          GET    | /api/articles/../../etc/passwd    | 400
          GET    | /api/articles/a;b                 | 400
          GET    | /api/articles/a%3Bb               | 404
          GET    | /api/articles/caf%c3%a9           | 404
          GET    | /api/articles/%7Ea                | 400
          GET    | /api/%61rticles/x                 | 400
          GET    | /api//articles/x                  | 400
          GET    | /api/search?q=%ff                 | 400
          GET    | /api/articles?after=%00           | 400
          GET    | /api/conversations/..%2fx         | 404
          DELETE | /api/conversations/'%20OR%201=1   | 404
          GET    | /api/none                         | 404
          GET    | /api                              | 404
          GET    | /none                             | 404
          DELETE | /api/chat                         | 405
          GET    | /api/chat                         | 405
          PUT    | /api/articles                     | 405
          PATCH  | /api/articles/x                   | 405
          """)
  void unknownPathsAreProblems(String method, String path, int status) throws IOException {
    var body = method.equals("PUT") ? "{\"text\": \"x\"}" : "";
    var head =
        "%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
            .formatted(method, path, body.length());

    isProblem(sent(head + body), status);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/json; charset=iso-8859-1",
        "text",
        "///",
        ";"
      })
  void bodiesOfOtherMediaTypesAreRejected(String type) throws IOException {
    var header = type.isEmpty() ? "" : "Content-Type: " + type + "\r\n";

    isProblem(sent(post(header + "Content-Length: 15\r\n") + "{\"message\":\"x\"}"), 415);
  }

  @ParameterizedTest
  @ValueSource(strings = {"image/png", "text/html", "///", "application/xml;q=1"})
  void unacceptableMediaTypesAreRejectedBeforeTheWork(String accepted) {
    var headers = Map.of("Content-Type", "application/json", "Accept", accepted);

    var answer = Api.send("PUT", "/api/articles/not/accepted", "{\"text\": \"x\"}", headers);

    isProblem(answer, 406);
    assertThat(Api.get("/api/articles/not/accepted").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(ints = {0xff, 0xc0, 0xed})
  void invalidUtf8IsRejected(int octet) throws IOException {
    var body = new ByteArrayOutputStream();
    body.writeBytes("{\"message\":\"a".getBytes(StandardCharsets.US_ASCII));
    body.write(octet);
    body.writeBytes("b\"}".getBytes(StandardCharsets.US_ASCII));
    var request = new ByteArrayOutputStream();
    request.writeBytes(
        post("Content-Type: application/json\r\nContent-Length: " + body.size() + "\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    request.writeBytes(body.toByteArray());

    var answer = sent(request.toByteArray());

    isProblem(answer, 400);
    assertThat(answer.json().path("type").asText()).isEqualTo("urn:dossier:problem:not-utf-8");
  }

  /// Endpoints whose problems have the form of their protocol.
  @ParameterizedTest
  @ValueSource(strings = {"/api/check", "/v1/chat/completions", "/v1/responses", "/mcp"})
  void malformedBodiesOfOtherProtocolsAreRejected(String path) throws IOException {
    var deep = "{\"text\":" + "[".repeat(30_000);
    for (var body :
        List.of(
            "{", "", " ", "null", "[]", "7", "\"text\"", "{\"a\": 1, \"a\": 2}", "{} {}", deep)) {
      isRejected(path, Api.send("POST", path, body, Api.json()), 400);
    }
    isRejected(path, Api.send("POST", path, "x", Map.of("Content-Type", "text/plain")), 415);
    for (var method : List.of("GET", "PUT", "DELETE", "PATCH")) {
      isRejected(path, Api.send(method, path, null, Map.of()), 405);
    }
    var large = Api.send("POST", path, "x".repeat(MEGABYTE + 1), Api.json());
    isRejected(path, large, 413);
    assertThat(large.body()).contains("" + MEGABYTE);
    var notUtf8 = "POST %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n".formatted(path);
    isRejected(
        path,
        sent(
            (notUtf8 + "Content-Type: application/json\r\nContent-Length: 3\r\n\r\n\"\u00ff\"")
                .getBytes(StandardCharsets.ISO_8859_1)),
        400);
  }

  private static void isRejected(String path, Response answer, int status) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    var error = answer.json();
    var message =
        path.equals("/api/check") ? error.path("detail") : error.path("error").path("message");
    assertThat(message.asText())
        .as(answer.body())
        .isNotBlank()
        .doesNotContain("org.dossier", "java.");
    assertThat(answer.type())
        .startsWith(path.equals("/api/check") ? "application/problem+json" : "application/json");
    if (path.equals("/mcp")) {
      assertThat(error.at("/error/code").asInt()).isNegative();
    }
  }

  @Test
  void unpairedSurrogatesAreRejectedInTextsToVerify() {
    for (var body :
        List.of(
            "{\"text\": \"Half \\ud83d a character.\"}",
            "{\"statements\": [{\"text\": \"\\udc00.\", \"citations\": []}], \"sources\": []}")) {
      var answer = Api.send("POST", "/api/check", body, Api.json());
      isProblem(answer, 400);
      assertThat(answer.json().path("detail").asText()).contains("surrogate");
    }
  }

  @Test
  void tooLongMessagesReportTheLimit() {
    var answer = Api.post(Map.of("message", "x".repeat(2_001)));

    isProblem(answer, 400);
    assertThat(answer.json().path("field").asText()).isEqualTo("message");
    assertThat(answer.json().path("limit").asInt()).isEqualTo(2_000);
  }

  @Test
  void tooLargeBodiesReportTheLimit() {
    var question = Api.post(Map.of("message", "x".repeat(10 * MEGABYTE)));
    var article = Api.put("too/large", Map.of("text", "x".repeat(9 * MEGABYTE)));

    isProblem(question, 413);
    assertThat(question.json().path("limit").asInt()).isEqualTo(64 * 1024);
    isProblem(article, 413);
    assertThat(article.json().path("limit").asInt()).isEqualTo(8 * MEGABYTE);
  }

  @Test
  void tooLargeChunkedBodiesAreRejected() throws IOException {
    var request = new ByteArrayOutputStream();
    request.writeBytes(
        post("Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    var chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
    for (int i = 0; i < 20; i++) {
      request.writeBytes(chunk.getBytes(StandardCharsets.US_ASCII));
    }
    request.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

    isProblem(sent(request.toByteArray()), 413);
  }

  @Test
  void expectContinueIsRejectedBeforeATooLargeBody() throws IOException {
    var answer =
        sent(
            post(
                "Content-Type: application/json\r\nExpect: 100-continue\r\nContent-Length: 100000000\r\n"));

    isProblem(answer, 413);
  }

  @Test
  void deeplyNestedJsonIsRejected() {
    var deep = "[".repeat(30_000);

    isProblem(Api.send("POST", "/api/chat", "{\"message\":" + deep, Api.json()), 400);
  }

  @Test
  void browsersGetProblemsAsPages() {
    var answer = Api.page("/none");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.type()).startsWith("text/html");
  }

  private static String post(String headers) {
    return "POST /api/chat HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n";
  }

  private static void isProblem(Response answer, int status) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.type()).isEqualTo("application/problem+json");
    var problem = answer.json();
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("title").asText()).isNotBlank();
    assertThat(problem.path("detail").asText()).isNotBlank().doesNotContain("org.dossier", "java.");
    assertThat(problem.path("instance").asText()).startsWith("/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"archive.example", "archive.example:8080", "127.0.0.1.example", "[::2]"})
  void foreignHostNamesAreRejected(String host) throws IOException {
    isProblem(
        sent("GET /api/articles HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"), 421);
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST:8080", "127.0.0.1:80", "127.1.2.3", "[::1]:8080"})
  void everyNameOfThisMachineIsAccepted(String host) throws IOException {
    var answer =
        sent("GET /api/articles HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");

    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void aPathWithoutASlashIsAProblem() throws IOException {
    var answer = sent("OPTIONS * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("type").asText()).isEqualTo("urn:dossier:problem:malformed-url");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Host: a b\r\n",
        "Host: :::\r\n",
        "Host: localhost:99999999\r\n",
        "Host: http://localhost\r\n",
        "Host: localhost/x\r\n"
      })
  void invalidHostHeadersAreRejected(String host) throws IOException {
    var answer = sent("GET /api/articles HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n");

    isProblem(answer, 400);
    assertThat(answer.json().path("type").asText()).isEqualTo("urn:dossier:problem:invalid-host");
    assertThat(answer.json().path("reference").asText()).hasSizeGreaterThan(8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host",
        "Authorization",
        "Content-Type",
        "Origin",
        "Sec-Fetch-Site",
        "Dossier-Token",
        "Dossier-Client",
        "Idempotency-Key"
      })
  void repeatedSingleValueHeadersAreRejected(String header) throws IOException {
    var twice = "%1$s: localhost\r\n%1$s: evil.example\r\n".formatted(header);
    var host = header.equals("Host") ? "" : "Host: localhost\r\n";

    var answer =
        sent("GET /api/articles HTTP/1.1\r\n" + host + twice + "Connection: close\r\n\r\n");

    isProblem(answer, 400);
    assertThat(answer.json().path("field").asText()).isEqualToIgnoringCase(header);
  }

  /// Two lengths, or an overflowing one: a proxy in front of this server would see a different
  /// request.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\nf\r\n{\"message\":\"x\"}\r\n0\r\n\r\n",
        "Content-Length: 15\r\nContent-Length: 15\r\n\r\n{\"message\":\"x\"}",
        "Transfer-Encoding: chunked\r\n\r\n10000000f\r\n{\"message\":\"x\"}\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\nf;a=\"\n\"\r\n{\"message\":\"x\"}\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\nf\n{\"message\":\"x\"}\n0\n\n"
      })
  void ambiguousBodyLengthsCloseTheConnection(String rest) throws IOException {
    var request =
        "POST /api/chat HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + rest;

    assertThat(raw(request.getBytes(StandardCharsets.UTF_8)))
        .satisfiesAnyOf(
            response -> assertThat(response).isEmpty(),
            response -> assertThat(response).startsWith("HTTP/1.1 400"));
  }

  /// A proxy that forwards an upgrade adds its headers to the first request only.
  @Test
  void noConnectionIsUpgradedToHttp2() throws IOException {
    var upgrade =
        "GET /api/archive HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 203.0.113.50\r\n"
            + "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA\r\n\r\n"
            + "GET /api/archive HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    var priorKnowledge = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0";

    assertThat(raw(upgrade.getBytes(StandardCharsets.ISO_8859_1)).split("HTTP/1.1 200 OK", -1))
        .hasSize(3);
    assertThat(raw(priorKnowledge.getBytes(StandardCharsets.ISO_8859_1)))
        .startsWith("HTTP/2.0 400 Bad Request");
  }

  private static Response sent(String request) throws IOException {
    return sent(request.getBytes(StandardCharsets.UTF_8));
  }

  /// Sends bytes that no client library would send.
  private static Response sent(byte[] request) throws IOException {
    var response = raw(request);
    var parts = response.split("\r\n\r\n", 2);
    var type =
        parts[0]
            .lines()
            .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("content-type: "))
            .map(line -> line.substring(14))
            .findFirst()
            .orElse("");
    return new Response(
        Integer.parseInt(response.substring(9, 12)),
        type,
        parts[1],
        HttpHeaders.of(Map.of(), (name, value) -> true));
  }

  /// All bytes that the server sends before it closes the connection.
  private static String raw(byte[] request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.getOutputStream().write(request);
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
