package org.dossier.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dossier.web.Api;
import org.dossier.web.Api.Response;
import org.dossier.web.WidgetProfile;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Host check, CORS, authorization and rate limits. Java's HTTP client does not allow setting the
/// headers that browsers set, except for those that this test needs.
@QuarkusTest
@TestProfile(WidgetProfile.class)
class SecurityFiltersTest {
  private static final String QUESTION = Api.text(Map.of("message", "Who is Ali Baqeri?"));
  private static final String SITE =
      "http://127.0.0.1:" + ConfigProvider.getConfig().getValue("test.site.port", String.class);

  @Test
  void allowedOriginsMayAskWithAToken() {
    var origin = Map.of("Origin", SITE);

    var without = chat(origin);
    assertThat(without.status()).isEqualTo(401);
    assertThat(without.json().path("type").asText())
        .isEqualTo("urn:dossier:problem:page-token-required");
    assertThat(without.headers().firstValue("access-control-allow-origin")).hasValue(SITE);

    var response = chat(and(origin, "Dossier-Token", token(origin)));
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.headers().firstValue("access-control-allow-origin")).hasValue(SITE);
    assertThat(response.headers().firstValue("vary")).hasValue("Origin");
  }

  @Test
  void tokensAreBoundToTheirOrigin() {
    var own = Map.of("Sec-Fetch-Site", "same-origin", "X-Forwarded-For", "203.0.113.5");
    var token = token(own);

    assertThat(chat(and(own, "Dossier-Token", token)).status()).isEqualTo(200);
    assertThat(chat(and(Map.of("Origin", SITE), "Dossier-Token", token)).status()).isEqualTo(401);
    assertThat(chat(and(own, "Dossier-Token", token + "x")).status()).isEqualTo(401);
    assertThat(chat(and(own, "Dossier-Token", "9" + token)).status()).isEqualTo(401);
  }

  @Test
  void otherOriginsMayNeitherAskNorGetTokens() {
    for (var origin : new String[] {"https://elsewhere.example", "null", SITE + "0"}) {
      var headers = Map.of("Origin", origin);
      var refused = chat(headers);
      assertThat(refused.status()).as(origin).isEqualTo(403);
      assertThat(refused.json().path("type").asText())
          .isEqualTo("urn:dossier:problem:origin-not-allowed");
      assertThat(Api.send("POST", "/api/token", null, headers).status()).isEqualTo(403);
    }
  }

  @Test
  void crossOriginPagesMayNotChangeOrListArticles() {
    var headers = and(Api.json(), "Origin", SITE);
    var article = Api.text(Map.of("text", "Forged."));

    assertThat(Api.send("PUT", "/api/articles/forged", article, headers).status()).isEqualTo(403);
    assertThat(Api.send("DELETE", "/api/articles/x", null, headers).status()).isEqualTo(403);
    assertThat(Api.send("GET", "/api/articles", null, headers).status()).isEqualTo(403);
    assertThat(Api.send("GET", "/api/conversations", null, headers).status()).isEqualTo(403);
    var asked = Api.send("OPTIONS", "/api/articles/forged", null, headers);
    assertThat(asked.headers().firstValue("access-control-allow-origin")).isEmpty();
  }

  /// An image or a script, for example, whose URL is on this server: no page can read the response,
  /// but the server would process the request.
  @Test
  void crossOriginSubresourceLoadsAreRejected() {
    var image = Map.of("Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors");
    var link = Map.of("Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate");

    assertThat(Api.send("GET", "/api/search?q=Lavrov", null, image).status()).isEqualTo(403);
    assertThat(Api.send("GET", "/api/articles", null, image).status()).isEqualTo(403);
    assertThat(Api.send("GET", "/widget.js", null, image).status()).isEqualTo(200);
    assertThat(Api.send("GET", "/", null, link).status()).isEqualTo(200);
  }

  /// A link from another site opens pages, without the permissions of this machine.
  @Test
  void crossSiteLinksHaveNoLocalPermissions() {
    var link =
        Map.of(
            "Sec-Fetch-Site", "cross-site",
            "Sec-Fetch-Mode", "navigate",
            "Sec-Fetch-Dest", "document");
    var frame = and(link, "Sec-Fetch-Dest", "iframe");

    assertThat(Api.send("GET", "/", null, link).status()).isEqualTo(200);
    assertThat(archive(link).status()).isEqualTo(401);
    assertThat(archive(frame).status()).isEqualTo(403);
    assertThat(Api.send("GET", "/q/metrics", null, link).status()).isEqualTo(401);
    assertThat(Api.send("GET", "/q/metrics", null, frame).status()).isEqualTo(401);
  }

  /// Spellings that the router treats, or would treat, as the path of the chat.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "//api/%s",
        "/%%61pi/%s",
        "/./api/%s",
        "/x/../api/%s",
        "/api;x=1/%s",
        "/api/%s;x=1",
        "/api//%s",
        "/api/./%s",
        "/api/%%2e/%s",
        "/api/x/%%2E%%2e/%s",
        "/api%%3Bx=1/%s",
        "/api/%s%%3Bx=1",
        "/api%%2F%s",
        "/api%%5C%s",
        "/API/%s",
        "/api/%s/",
        "/api/%s%%20",
        "/api/%s%%00",
        "/;/api/%s",
        "/..;/api/%s",
        "/q/../api/%s",
        "/articles/../api/%s"
      })
  void noSpellingOfThePathBypassesTheToken(String pattern) {
    var elsewhere = and(Api.json(), "X-Forwarded-For", "203.0.113.30");

    for (var resource : List.of("archive", "search?q=Lavrov", "articles", "examples")) {
      var response = Api.send("GET", pattern.formatted(resource), null, elsewhere);
      assertThat(response.status()).as(resource).isIn(400, 401, 404, 429);
    }
    var asked = Api.send("POST", pattern.formatted("chat"), QUESTION, elsewhere);
    assertThat(asked.status()).isIn(400, 401, 404, 405, 429);
  }

  @Test
  void clientsCannotForgeTheirRateLimitBucket() {
    var client = "198.51.100.77";
    var statuses = new ArrayList<Integer>();
    for (int i = 0; i < 200 && !statuses.contains(429); i++) {
      // Proxies append entries: earlier entries came with the request.
      var chain = "203.0.113.%d, %s".formatted(i % 250, client);
      statuses.add(
          archive(Map.of("X-Forwarded-For", chain, "Sec-Fetch-Site", "same-origin")).status());
    }

    assertThat(statuses).contains(429).doesNotContain(500);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"unknown", "_hidden", "[2001:db8::1]:443", "192.0.2.9:4711", "", ",,", "[", "::g"})
  void malformedForwardedHeadersAreTolerated(String forwardedFor) {
    var headers = Map.of("X-Forwarded-For", forwardedFor, "Sec-Fetch-Site", "same-origin");

    assertThat(archive(headers).status()).isIn(401, 429);
  }

  @Test
  void preflightRequestsAreAnswered() {
    var headers = Map.of("Origin", SITE, "Access-Control-Request-Method", "POST");

    var asked = Api.send("OPTIONS", "/api/chat", null, headers);

    assertThat(asked.status()).isEqualTo(204);
    assertThat(asked.headers().firstValue("access-control-allow-headers").orElseThrow())
        .contains("Content-Type", "Idempotency-Key", "Dossier-Token");
  }

  @Test
  void programsOnThisMachineNeedNoToken() {
    assertThat(chat(Map.of()).status()).isEqualTo(200);
    assertThat(Api.send("POST", "/api/token", null, Map.of()).status()).isEqualTo(403);
    assertThat(chat(Map.of("X-Forwarded-For", "203.0.113.9")).status()).isEqualTo(401);
  }

  @Test
  void rateLimitsApplyToEachClient() {
    var one = Map.of("X-Forwarded-For", "203.0.113.7", "Sec-Fetch-Site", "same-origin");
    int limit = 60;

    Response last = archive(one);
    for (int i = 0; i < 10 * limit && last.status() != 429; i++) {
      last = archive(one);
    }

    assertThat(last.status()).isEqualTo(429);
    assertThat(last.json().path("type").asText()).isEqualTo("urn:dossier:problem:rate-limited");
    assertThat(last.json().path("limit").asInt()).isEqualTo(limit);
    assertThat(last.headers().firstValue("retry-after")).isPresent();
    assertThat(archive(and(one, "X-Forwarded-For", "203.0.113.8")).status()).isNotEqualTo(429);
    assertThat(archive(Map.of()).status()).isEqualTo(200);
  }

  private static Response archive(Map<String, String> headers) {
    return Api.send("GET", "/api/archive", null, headers);
  }

  private static Response chat(Map<String, String> headers) {
    var all = new HashMap<>(Api.json());
    all.putAll(headers);
    return Api.send("POST", "/api/chat", QUESTION, all);
  }

  private static String token(Map<String, String> headers) {
    return Api.send("POST", "/api/token", null, headers).json().path("token").asText();
  }

  private static Map<String, String> and(Map<String, String> headers, String name, String value) {
    var all = new HashMap<>(headers);
    all.put(name, value);
    return all;
  }
}
