package org.dossier.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.dossier.web.WebSettings;
import org.junit.jupiter.api.Test;

class PageTokensTest {
  private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
  private static final RequestOrigin SITE = new RequestOrigin("https://news.example");
  private static final Map<String, String> SECRET =
      Map.of("page-token.secret", "a secret that two processes share");

  @Test
  void pageTokensAreValidForTheirLifetime() {
    var token = tokens(START, SECRET).token(SITE);

    assertThat(tokens(START.plusSeconds(599), SECRET).isValid(token, SITE)).isTrue();
    assertThat(tokens(START.plusSeconds(600), SECRET).isValid(token, SITE)).isFalse();
  }

  @Test
  void tokensFromAFastClockAreRejected() {
    var token = tokens(START.plusSeconds(86_400), SECRET).token(SITE);

    assertThat(tokens(START, SECRET).isValid(token, SITE)).isFalse();
    // The clocks of two processes may differ slightly.
    assertThat(tokens(START.plusSeconds(86_100), SECRET).isValid(token, SITE)).isTrue();
  }

  @Test
  void aTokenIsSignedForOneOriginByOneSecret() {
    var tokens = tokens(START, SECRET);
    var token = tokens.token(SITE);

    assertThat(tokens.isValid(token, new RequestOrigin("https://other.example"))).isFalse();
    assertThat(tokens(START, Map.of()).isValid(token, SITE)).isFalse();
    assertThat(tokens.isValid("1" + token, SITE)).isFalse();
    assertThat(tokens.isValid("", SITE)).isFalse();
  }

  @Test
  void shortSecretsAreRejected() {
    assertThatThrownBy(() -> tokens(START, Map.of("page-token.secret", "short")))
        .hasMessageContaining("dossier.web.page-token.secret");
  }

  @Test
  void invalidOriginsAreRejected() {
    for (var origin : new String[] {"*", "news.example", "https://news.example/", "HTTPS://x"}) {
      assertThatThrownBy(() -> new CorsPolicy(WebSettings.with(Map.of("allowed-origins", origin))))
          .hasMessageContaining("dossier.web.allowed-origins");
    }
  }

  private static PageTokens tokens(Instant now, Map<String, String> settings) {
    return new PageTokens(WebSettings.with(settings), Clock.fixed(now, ZoneOffset.UTC));
  }
}
