package org.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dossier.archive.Omissions;
import org.dossier.archive.SampleArticles;
import org.dossier.auth.AccessTokenStore;
import org.dossier.auth.Permission;
import org.dossier.auth.TestOidcIssuer;
import org.dossier.ingestion.format.JsonArticle;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/// Every request requires a token, even from this machine.
@QuarkusTest
@TestProfile(TokenAccessProfile.class)
class TokenAccessTest {
  private static final int ISSUER_PORT =
      ConfigProvider.getConfig().getValue(TokenAccessProfile.ISSUER_PORT, Integer.class);

  @Inject AccessTokenStore tokens;

  @Test
  void readingRequiresAToken() {
    for (var path :
        List.of(
            "/",
            "/api/archive",
            "/api/search?q=x",
            "/api/count",
            "/api/timeline?topic=x",
            "/api/articles",
            "/articles/x",
            "/q/metrics")) {
      assertThat(Api.get(path).status()).as(path).isEqualTo(401);
    }
    var page = Api.page("/articles/2021-04-13-high-level-talks-in-tehran");
    assertThat(page.status()).isEqualTo(401);
    assertThat(page.type()).startsWith("text/html");
    assertThat(page.body()).contains("token").doesNotContain("Sputnik");
    // A page token shows only that a page sent the request.
    var own = Map.of("Sec-Fetch-Site", "same-origin");
    var token = Api.send("POST", "/api/token", null, own).json().path("token").asText();
    assertThat(chat(Map.of("Sec-Fetch-Site", "same-origin", "Dossier-Token", token)))
        .isEqualTo(401);
    assertThat(Api.get("/q/health/live").status()).isEqualTo(200);
  }

  /// A client of MCP finds the issuer by the challenge.
  @Test
  void clientsOfMcpAndOpenAiRequireATokenToo() {
    var message = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
    var refused = Api.send("POST", "/mcp", message, Api.json());
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.headers().firstValue("www-authenticate").orElseThrow())
        .contains(
            "resource_metadata=\"" + Api.address("/.well-known/oauth-protected-resource/mcp"));
    var metadata = Api.get("/.well-known/oauth-protected-resource/mcp").json();
    assertThat(metadata.path("resource").asText()).isEqualTo(Api.address("/mcp").toString());
    assertThat(metadata.at("/authorization_servers/0").asText()).contains("" + ISSUER_PORT);
    assertThat(Api.get("/.well-known/oauth-protected-resource").json()).isEqualTo(metadata);
    assertThat(Api.get("/v1/models").status()).isEqualTo(401);
    for (var path : List.of("/api/check", "/v1/chat/completions", "/v1/responses")) {
      assertThat(Api.send("POST", path, "{}", Api.json()).status()).as(path).isEqualTo(401);
    }
    assertThat(Api.page("/check").status()).isEqualTo(401);
    assertThat(Api.page("/q/swagger-ui").status()).isEqualTo(401);
    assertThat(Api.send("GET", "/v1/models", null, Map.of("Authorization", "Bearer none")).status())
        .isEqualTo(401);

    var bearer = new HashMap<>(Api.json());
    bearer.put("Authorization", "Bearer " + tokens.add("assistant", Permission.READ, null));
    assertThat(Api.send("POST", "/mcp", message, bearer).status()).isEqualTo(200);
    assertThat(Api.send("GET", "/v1/models", null, bearer).status()).isEqualTo(200);
    tokens.revoke("assistant");
  }

  @Test
  void accessTokensAuthorizeReading() {
    var bearer = Map.of("Authorization", "Bearer " + tokens.add("reader", Permission.READ, null));

    assertThat(chat(bearer)).isEqualTo(200);
    assertThat(Api.events(Map.of("message", "Who is Ali Baqeri?"), bearer)).isNotEmpty();
    assertThat(Api.send("GET", "/", null, bearer).status()).isEqualTo(200);
    assertThat(Api.send("GET", "/q/metrics", null, bearer).status()).isEqualTo(200);
    assertThat(tokens.revoke("reader")).isTrue();
    assertThat(chat(bearer)).isEqualTo(401);
  }

  @Test
  void everyReaderSeesStruckOutWordsAndOnlyOperatorsWhatWasLeftOut() {
    var writer = Map.of("Authorization", "Bearer " + tokens.add("writer", Permission.WRITE, null));
    var reader = Map.of("Authorization", "Bearer " + tokens.add("reader", Permission.READ, null));
    var article =
        SampleArticles.bare("omitting", "It carried 14 people.")
            .withOmissions(
                new Omissions(
                    List.of(new Omissions.Struck(10, "41 <i>")),
                    List.of(new Omissions.Cut("div.menu", "links", "Home <b>Sport"))));
    var lines = new HashMap<>(writer);
    lines.put("Content-Type", "application/x-ndjson");

    assertThat(Api.send("POST", "/api/articles", JsonArticle.write(article), lines).status())
        .isEqualTo(200);
    var forReader = Jsoup.parse(Api.send("GET", "/articles/omitting", null, reader).body());
    var forWriter = Jsoup.parse(Api.send("GET", "/articles/omitting", null, writer).body());

    assertThat(forReader.select("article > p").text()).isEqualTo("It carried 41 <i> 14 people.");
    assertThat(forReader.select("del").text()).isEqualTo("41 <i>");
    assertThat(forReader.select("details")).isEmpty();
    assertThat(forWriter.select("del").text()).isEqualTo("41 <i>");
    assertThat(forWriter.select("details li").text()).isEqualTo("Home <b>Sport (div.menu: links)");
    assertThat(Api.send("DELETE", "/api/articles/omitting", null, writer).status()).isEqualTo(204);
    tokens.revoke("writer");
    tokens.revoke("reader");
  }

  @Test
  void onlyOperatorsSeeWhichLinesAreNotUsedForAnswers() {
    var writer = Map.of("Authorization", "Bearer " + tokens.add("writer", Permission.WRITE, null));
    var reader = Map.of("Authorization", "Bearer " + tokens.add("reader", Permission.READ, null));
    var articles = new HashMap<>(writer);
    articles.putAll(Api.json());
    var stories = List.of("A ferry sank.", "A choir sang.", "A roof leaked.", "A tower fell.");
    for (int n = 0; n < stories.size(); n++) {
      var text = stories.get(n) + "\nSign up for the tide <b>newsletter and read all of it.\n";
      var article = Map.of("text", text, "publisher", "Tide", "published", "2021-05-0" + (n + 1));
      assertThat(Api.send("PUT", "/api/articles/tide" + n, Api.text(article), articles).status())
          .isEqualTo(201);
    }

    var forReader = Jsoup.parse(Api.send("GET", "/articles/tide0", null, reader).body());
    var forWriter = Jsoup.parse(Api.send("GET", "/articles/tide0", null, writer).body());

    assertThat(forReader.select("details")).isEmpty();
    assertThat(forWriter.select("details summary").text()).isEqualTo("Not used for answers: 1");
    assertThat(forWriter.select("details li").text())
        .startsWith("Sign up for the tide <b>newsletter and read all of it.");
    for (int n = 0; n < stories.size(); n++) {
      assertThat(Api.send("DELETE", "/api/articles/tide" + n, null, writer).status())
          .isEqualTo(204);
    }
    tokens.revoke("writer");
    tokens.revoke("reader");
  }

  @Test
  void issuerTokensWithARoleAuthorizeReading() {
    try (var issuer = TestOidcIssuer.at(ISSUER_PORT)) {
      assertThat(chat(bearer(issuer.token("dossier-read")))).isEqualTo(200);
      assertThat(chat(bearer(issuer.token("accounting")))).isEqualTo(403);
      var changing = new HashMap<>(bearer(issuer.token("dossier-write")));
      changing.putAll(Api.json());
      var article = Api.text(Map.of("text", "The ferry was named Orla."));
      assertThat(Api.send("PUT", "/api/articles/guarded", article, changing).status())
          .isEqualTo(201);
      assertThat(Api.send("DELETE", "/api/articles/guarded", null, changing).status())
          .isEqualTo(204);
    }
  }

  /// Without a limit, each of these clients would hold a thread indefinitely.
  @Test
  void slowSendersAreDisconnected() throws IOException {
    var secret = tokens.add("slow", Permission.READ, null);
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
      var request =
          "POST /api/chat HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
              + secret
              + "\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"mess";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.setSoTimeout(60_000);

      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

      assertThat(answer).doesNotContain("200 OK");
    }
    tokens.revoke("slow");
  }

  private static Map<String, String> bearer(String token) {
    return Map.of("Authorization", "Bearer " + token);
  }

  private static int chat(Map<String, String> headers) {
    var all = new HashMap<>(headers);
    all.putAll(Api.json());
    return Api.send("POST", "/api/chat", Api.text(Map.of("message", "Who is Ali Baqeri?")), all)
        .status();
  }
}
