package org.dossier.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OidcAuthenticatorTest {
  private final TestOidcIssuer at = TestOidcIssuer.at(0);

  @AfterEach
  void close() {
    at.close();
  }

  @Test
  void rolesGiveTheHighestPermissionTheyName() {
    var oidcAuthenticator = issuer(Map.of());

    assertThat(oidcAuthenticator.authenticate(at.token("dossier-read")))
        .isEqualTo(new AuthenticationResult.Authenticated(Permission.READ));
    assertThat(oidcAuthenticator.authenticate(at.token("x", "dossier-write", "dossier-read")))
        .isEqualTo(new AuthenticationResult.Authenticated(Permission.WRITE));
    assertThat(oidcAuthenticator.authenticate(at.token("dossier-admin")))
        .isEqualTo(new AuthenticationResult.Authenticated(Permission.ADMIN));
    assertThat(oidcAuthenticator.authenticate(at.token("accounting")))
        .isEqualTo(new AuthenticationResult.NoPermission());
    assertThat(oidcAuthenticator.authenticate(at.token(claims -> {})))
        .isEqualTo(new AuthenticationResult.NoPermission());
  }

  @Test
  void rolesAreReadFromTheConfiguredClaim() {
    var nested =
        at.token(
            claims -> claims.setClaim("realm_access", Map.of("roles", List.of("newsroom-desk"))));
    var scope = at.token(claims -> claims.setClaim("scope", "openid newsroom-desk"));
    var dotted =
        at.token(claims -> claims.setClaim("https://news.example/roles", List.of("newsroom-desk")));

    var desk = new AuthenticationResult.Authenticated(Permission.WRITE);
    assertThat(judged(nested, "realm_access.roles")).isEqualTo(desk);
    assertThat(judged(scope, "scope")).isEqualTo(desk);
    assertThat(judged(dotted, "https://news.example/roles")).isEqualTo(desk);
    assertThat(judged(nested, "realm_access.roles.deeper"))
        .isEqualTo(new AuthenticationResult.NoPermission());
  }

  private AuthenticationResult judged(String token, String claim) {
    return issuer(Map.of("oidc.roles-claim", claim, "oidc.roles.write", "newsroom-desk"))
        .authenticate(token);
  }

  @Test
  void wrongIssuerAudienceOrTimeIsRejected() {
    var oidcAuthenticator = issuer(Map.of());

    assertThat(
            oidcAuthenticator.authenticate(
                at.token(claims -> claims.setIssuer("https://other.example"))))
        .isInstanceOf(AuthenticationResult.InvalidToken.class);
    assertThat(
            oidcAuthenticator.authenticate(at.token(claims -> claims.setAudience("somebody-else"))))
        .isInstanceOf(AuthenticationResult.InvalidToken.class);
    assertThat(oidcAuthenticator.authenticate(at.token(claims -> claims.unsetClaim("aud"))))
        .isInstanceOf(AuthenticationResult.InvalidToken.class);
    assertThat(oidcAuthenticator.authenticate(at.token(claims -> claims.unsetClaim("exp"))))
        .isInstanceOf(AuthenticationResult.InvalidToken.class);
    assertThat(oidcAuthenticator.authenticate(at.token(claims -> claims.unsetClaim("sub"))))
        .isInstanceOf(AuthenticationResult.InvalidToken.class);
    assertThat(
            oidcAuthenticator.authenticate(
                at.token(claims -> claims.setNotBeforeMinutesInThePast(-5))))
        .isInstanceOf(AuthenticationResult.InvalidToken.class);
    assertThat(
            oidcAuthenticator.authenticate(
                at.token(claims -> claims.setExpirationTimeMinutesInTheFuture(-2))))
        .isEqualTo(new AuthenticationResult.InvalidToken("the token has expired"));
    assertThat(oidcAuthenticator.authenticate(at.forgedToken()))
        .isInstanceOf(AuthenticationResult.InvalidToken.class);
    assertThat(oidcAuthenticator.authenticate(""))
        .isInstanceOf(AuthenticationResult.InvalidToken.class);
    assertThat(oidcAuthenticator.authenticate("a.b.c"))
        .isInstanceOf(AuthenticationResult.InvalidToken.class);
  }

  /// The classic forgeries: no signature, and the issuer's public key used as a shared secret.
  @Test
  void tokensCannotChooseTheSignatureAlgorithm() throws JoseException {
    var oidcAuthenticator = issuer(Map.of());
    var token = at.token("dossier-admin");
    var payload = token.split("\\.", -1)[1];
    var none = Base64.getUrlEncoder().withoutPadding();
    var header = none.encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));

    assertThat(oidcAuthenticator.authenticate(header + "." + payload + "."))
        .isInstanceOf(AuthenticationResult.InvalidToken.class);
    assertThat(oidcAuthenticator.authenticate(signedWithASecret()))
        .isInstanceOf(AuthenticationResult.InvalidToken.class);
    assertThat(oidcAuthenticator.authenticate(token.substring(0, token.length() - 6) + "AAAAAA"))
        .isInstanceOf(AuthenticationResult.InvalidToken.class);
    assertThat(oidcAuthenticator.authenticate(token))
        .isEqualTo(new AuthenticationResult.Authenticated(Permission.ADMIN));
  }

  private String signedWithASecret() throws JoseException {
    var claims = new JwtClaims();
    claims.setIssuer(at.address());
    claims.setAudience(TestOidcIssuer.AUDIENCE);
    claims.setSubject("eve");
    claims.setExpirationTimeMinutesInTheFuture(10);
    claims.setStringListClaim("roles", List.of("dossier-admin"));
    var jws = new JsonWebSignature();
    jws.setPayload(claims.toJson());
    jws.setKey(
        new HmacKey(
            "the issuer's public key, as everybody knows it".getBytes(StandardCharsets.UTF_8)));
    jws.setKeyIdHeaderValue("first");
    jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
    return jws.getCompactSerialization();
  }

  @Test
  void keysAreCachedAndRefreshedForANewKeyId() {
    var oidcAuthenticator = issuer(Map.of());
    assertThat(at.requestCount()).isZero();

    for (int i = 0; i < 5; i++) {
      assertThat(oidcAuthenticator.authenticate(at.token("dossier-read")))
          .isInstanceOf(AuthenticationResult.Authenticated.class);
    }
    assertThat(at.requestCount()).as("where the keys are, and the keys").isEqualTo(2);

    at.rotateKey();
    // The interval between refreshes is limited, so that clients cannot cause many requests to the
    // issuer.
    assertThat(oidcAuthenticator.authenticate(at.token("dossier-read")))
        .isInstanceOf(AuthenticationResult.InvalidToken.class);
    assertThat(at.requestCount()).isEqualTo(2);
    assertThat(issuer(Map.of()).authenticate(at.token("dossier-read")))
        .isInstanceOf(AuthenticationResult.Authenticated.class);
  }

  @Test
  void unreachableOrFalseIssuersMakeTokensUnverifiable() {
    var oidcAuthenticator = issuer(Map.of());
    var impostor = issuer(Map.of());
    var token = at.token("dossier-read");
    at.announceIssuer("https://other.example");
    assertThat(impostor.authenticate(token))
        .isEqualTo(new AuthenticationResult.IssuerUnavailable());
    at.close();

    assertThat(oidcAuthenticator.authenticate(token))
        .isEqualTo(new AuthenticationResult.IssuerUnavailable());
  }

  @Test
  void cachedKeysRemainValidWhileTheIssuerIsDown() {
    var oidcAuthenticator = issuer(Map.of());
    var token = at.token("dossier-read");
    assertThat(oidcAuthenticator.authenticate(token))
        .isInstanceOf(AuthenticationResult.Authenticated.class);
    at.close();

    assertThat(oidcAuthenticator.authenticate(at.forgedToken()))
        .isInstanceOf(AuthenticationResult.InvalidToken.class);
    assertThat(oidcAuthenticator.authenticate(token))
        .isInstanceOf(AuthenticationResult.Authenticated.class);
  }

  @Test
  void withoutAnIssuerEveryTokenIsRejectedWithoutARequest() {
    var off = new OidcAuthenticator(AccessSettings.with(Map.of()));

    assertThat(off.authenticate(at.token("dossier-admin")))
        .isInstanceOf(AuthenticationResult.InvalidToken.class);
    assertThat(at.requestCount()).isZero();
  }

  @Test
  void unsafeSettingsPreventStartup() {
    for (var address : List.of("http://login.example", "login.example", "ftp://x", "https://")) {
      assertThatThrownBy(() -> issuer(Map.of("oidc.issuer", address)))
          .as(address)
          .hasMessageContaining("dossier.auth.oidc.issuer");
    }
    assertThatThrownBy(() ->
            new OidcAuthenticator(
                AccessSettings.with(Map.of("oidc.issuer", "https://login.example"))))
        .hasMessageContaining("dossier.auth.oidc.audience");
  }

  private OidcAuthenticator issuer(Map<String, String> others) {
    var settings =
        new HashMap<>(
            Map.of("oidc.issuer", at.address(), "oidc.audience", TestOidcIssuer.AUDIENCE));
    settings.putAll(others);
    return new OidcAuthenticator(AccessSettings.with(settings));
  }
}
