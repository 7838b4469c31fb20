package org.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dossier.auth.AccessTokenStore;
import org.dossier.auth.Permission;
import org.dossier.web.Api.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Permissions with the default settings: this machine has all, other clients may ask.
@QuarkusTest
@TestProfile(AccessProfile.class)
class AccessTest {
  private static final Map<String, String> ELSEWHERE = Map.of("X-Forwarded-For", "203.0.113.40");
  private static final String ARTICLE = Api.text(Map.of("text", "The harbour froze in 1963."));

  private static final Map<String, String> OTHER_SURFACES =
      Map.of(
          "/api/check",
          "{\"text\": \"Ali Baqeri visited Moscow.\"}",
          "/v1/chat/completions",
          "{\"model\": \"dossier\", \"messages\": [{\"role\": \"user\", \"content\": \"Hello!\"}]}",
          "/v1/responses",
          "{\"model\": \"dossier\", \"input\": \"Hello!\"}",
          "/mcp",
          "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/call\", \"params\":"
              + " {\"name\": \"search\", \"arguments\": {\"query\": \"Baqeri\"}}}");

  @Inject AccessTokenStore tokens;

  @AfterEach
  void revokeAll() {
    tokens.list().forEach(token -> tokens.revoke(token.name()));
  }

  @Test
  void thisMachineHasEveryPermission() {
    assertThat(send("PUT", "/api/articles/access/a", Map.of()).status()).isEqualTo(201);
    assertThat(send("DELETE", "/api/articles/access/a", Map.of()).status()).isEqualTo(204);
    assertThat(send("GET", "/q/metrics", Map.of()).status()).isEqualTo(200);
    assertThat(send("GET", "/api/forgotten", Map.of()).status()).isEqualTo(200);
  }

  @Test
  void otherClientsMayOnlyAskAndRead() {
    assertThat(chat(ELSEWHERE).status()).isEqualTo(200);
    assertThat(send("GET", "/api/search?q=Lavrov", ELSEWHERE).status()).isEqualTo(200);
    assertThat(send("GET", "/api/count?phrase=Lavrov", ELSEWHERE).status()).isEqualTo(200);
    assertThat(send("GET", "/api/articles", ELSEWHERE).status()).isEqualTo(200);
    assertThat(send("GET", "/", ELSEWHERE).status()).isEqualTo(200);

    for (var method : List.of("PUT", "DELETE")) {
      var refused = send(method, "/api/articles/access/b", ELSEWHERE);
      assertThat(refused.status()).isEqualTo(401);
      assertThat(refused.type()).isEqualTo("application/problem+json");
      assertThat(refused.json().path("type").asText())
          .isEqualTo("urn:dossier:problem:unauthorized");
      assertThat(challenge(refused)).isEqualTo("Bearer realm=\"dossier\"");
    }
    assertThat(send("GET", "/api/articles/access/b", Map.of()).status()).isEqualTo(404);
  }

  @Test
  void unannotatedResourcesRequireTheHighestPermission() {
    assertThat(send("GET", "/api/forgotten", ELSEWHERE).status()).isEqualTo(401);
    assertThat(send("GET", "/api/forgotten", with(Permission.WRITE)).status()).isEqualTo(403);
    assertThat(send("GET", "/api/forgotten", with(Permission.ADMIN)).status()).isEqualTo(200);
  }

  @Test
  void aTokenAuthorizesWhatItsPermissionIncludes() {
    var asking = with(Permission.READ);
    var changing = with(Permission.WRITE);

    var refused = send("PUT", "/api/articles/access/c", asking);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.json().path("type").asText()).isEqualTo("urn:dossier:problem:forbidden");
    assertThat(challenge(refused)).contains("insufficient_scope", "scope=\"write\"");
    assertThat(send("PUT", "/api/articles/access/c", changing).status()).isEqualTo(201);
    assertThat(send("DELETE", "/api/articles/access/c", changing).status()).isEqualTo(204);
  }

  @Test
  void revocationTakesEffectImmediately() {
    var changing = with(Permission.WRITE);
    assertThat(send("PUT", "/api/articles/access/d", changing).status()).isEqualTo(201);

    tokens.revoke("write");

    var refused = send("DELETE", "/api/articles/access/d", changing);
    assertThat(refused.status()).isEqualTo(401);
    assertThat(challenge(refused)).contains("error=\"invalid_token\"");
    assertThat(send("DELETE", "/api/articles/access/d", Map.of()).status()).isEqualTo(204);
  }

  /// An invalid token is rejected, instead of treating the client as anonymous.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer",
        "Bearer x",
        "bearer dossier_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "Bearer dossier_' OR '1'='1",
        "Bearer a.b.c",
        "Bearer eyJhbGciOiJub25lIn0.e30.",
        "Bearer ../../etc/passwd",
        "Bearer \u00e9"
      })
  void malformedTokensAreRejected(String header) {
    for (var from : List.of(Map.<String, String>of(), ELSEWHERE)) {
      var headers = new HashMap<>(from);
      headers.put("Authorization", header);
      assertThat(send("GET", "/api/archive", headers).status()).isEqualTo(401);
    }
  }

  @Test
  void metricsAcceptAnyTokenAndHealthNeedsNone() {
    var refused = send("GET", "/q/metrics", ELSEWHERE);
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.type()).isEqualTo("application/problem+json");
    assertThat(refused.body()).doesNotContain("dossier_questions");
    assertThat(send("GET", "/q/metrics", with(Permission.READ)).body())
        .contains("dossier_passages");
    for (var path :
        List.of("/q/metrics/", "/q//metrics", "/q/%6detrics", "/q/./metrics", "/q/metrics;x")) {
      assertThat(send("GET", path, ELSEWHERE).body()).as(path).doesNotContain("dossier_passages");
    }
    for (var path : List.of("/q/health", "/q/health/ready", "/q/openapi", "/widget.js")) {
      assertThat(send("GET", path, ELSEWHERE).status()).as(path).isEqualTo(200);
    }
  }

  /// A proxy on this machine may use any name for this server; requests that it forwards are not
  /// from this machine.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Forwarded",
        "X-Forwarded-For",
        "X-Forwarded-Host",
        "x-forwarded-proto",
        "X-Forwarded-Anything",
        "X-Real-IP",
        "True-Client-IP",
        "CF-Connecting-IP",
        "Via"
      })
  void forwardedRequestsAreNotFromThisMachine(String header) {
    assertThat(send("PUT", "/api/articles/access/e", Map.of(header, "for=127.0.0.1")).status())
        .isEqualTo(401);
  }

  /// The required permission is the same for every spelling of a path.
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
        "/api/%%2e/%s",
        "/api/%s%%3Bx=1",
        "/api%%2F%s",
        "/api/%s/",
        "/API/%s"
      })
  void noSpellingOfThePathBypassesPermissions(String pattern) {
    var reader = with(Permission.READ);
    for (var path :
        List.of("articles/access/f", "forgotten", "backup", "check-archive", "reindex")) {
      for (var method : List.of("GET", "POST", "PUT", "DELETE")) {
        for (var headers : List.of(ELSEWHERE, reader)) {
          assertThat(send(method, pattern.formatted(path), headers).status())
              .as("%s %s", method, path)
              .isIn(400, 401, 403, 404, 405, 415);
        }
      }
    }
    assertThat(send("GET", "/api/articles/access/f", Map.of()).status()).isEqualTo(404);
  }

  @Test
  void everyResponseHasTheSecurityHeaders() {
    for (var path :
        List.of("/", "/api/archive", "/q/metrics", "/q/health", "/nowhere", "/slack/events")) {
      var headers = send("GET", path, ELSEWHERE).headers();
      assertThat(headers.firstValue("x-content-type-options")).as(path).hasValue("nosniff");
      assertThat(headers.firstValue("referrer-policy")).as(path).hasValue("no-referrer");
      assertThat(headers.firstValue("content-security-policy").orElseThrow())
          .as(path)
          .startsWith("default-src 'none'");
    }
  }

  @Test
  void clientsOfOpenAiHaveThePermissionsOfTheirKey() {
    var models = "/v1/models";
    assertThat(send("GET", models, ELSEWHERE).status()).isEqualTo(200);
    assertThat(send("GET", models, with(Permission.READ)).status()).isEqualTo(200);
    assertThat(send("GET", models, key("none")).status()).isEqualTo(200);
    assertThat(send("GET", "/api/archive", key("none")).status()).isEqualTo(401);
    for (var path : List.of(models, "/v1/models/dossier")) {
      var refused = send("GET", path, key("sk-unknown"));
      assertThat(refused.status()).isEqualTo(401);
      assertThat(refused.json().at("/error/code").asText()).isEqualTo("invalid_api_key");
      assertThat(challenge(refused)).contains("error=\"invalid_token\"");
    }
  }

  /// Surfaces for other programs require what asking requires.
  @Test
  void askingOnOtherSurfacesNeedsThePermissionToRead() {
    var reader = bearer(ELSEWHERE, tokens.add("reader", Permission.READ, null));
    OTHER_SURFACES.forEach((path, body) -> {
      assertThat(post(path, body, ELSEWHERE).status()).as(path).isEqualTo(200);
      assertThat(post(path, body, reader).status()).as(path).isEqualTo(200);
      assertThat(post(path, body, bearer(ELSEWHERE, "sk-unknown")).status())
          .as(path)
          .isEqualTo(401);
      assertThat(post(path, body, Map.of("Sec-Fetch-Site", "cross-site")).status())
          .as(path)
          .isEqualTo(403);
    });
  }

  private static Map<String, String> bearer(Map<String, String> headers, String token) {
    var all = new HashMap<>(headers);
    all.put("Authorization", "Bearer " + token);
    return all;
  }

  private static Response post(String path, String body, Map<String, String> headers) {
    var all = new HashMap<>(headers);
    all.putAll(Api.json());
    all.put("Accept", "application/json, text/event-stream");
    return Api.send("POST", path, body, all);
  }

  private static Map<String, String> key(String key) {
    var headers = new HashMap<>(ELSEWHERE);
    headers.put("Authorization", "Bearer " + key);
    return headers;
  }

  private Map<String, String> with(Permission permission) {
    var headers = new HashMap<>(ELSEWHERE);
    headers.put("Authorization", "Bearer " + tokens.add(permission.label(), permission, null));
    return headers;
  }

  private static String challenge(Response response) {
    return response.headers().firstValue("www-authenticate").orElseThrow();
  }

  private static Response chat(Map<String, String> headers) {
    var all = new HashMap<>(headers);
    all.putAll(Api.json());
    return Api.send("POST", "/api/chat", Api.text(Map.of("message", "Who is Ali Baqeri?")), all);
  }

  private static Response send(String method, String path, Map<String, String> headers) {
    var all = new HashMap<>(headers);
    if (method.equals("PUT")) {
      all.putAll(Api.json());
    }
    return Api.send(method, path, method.equals("PUT") ? ARTICLE : null, all);
  }
}
