package org.dossier.access;

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

class IssuerTest {
  private final TestIssuer at = TestIssuer.at(0);

  @AfterEach
  void close() {
    at.close();
  }

  @Test
  void rolesBecomeTheHighestRightThatTheyName() {
    var issuer = issuer(Map.of());

    assertThat(issuer.judge(at.token("dossier-ask"))).isEqualTo(new Shown.Holding(Right.ASK));
    assertThat(issuer.judge(at.token("x", "dossier-change", "dossier-ask")))
        .isEqualTo(new Shown.Holding(Right.CHANGE));
    assertThat(issuer.judge(at.token("dossier-operate")))
        .isEqualTo(new Shown.Holding(Right.OPERATE));
    assertThat(issuer.judge(at.token("accounting"))).isEqualTo(new Shown.Powerless());
    assertThat(issuer.judge(at.token(claims -> {}))).isEqualTo(new Shown.Powerless());
  }

  @Test
  void rolesStandWhereTheSettingSays() {
    var nested =
        at.token(
            claims -> claims.setClaim("realm_access", Map.of("roles", List.of("newsroom-desk"))));
    var scope = at.token(claims -> claims.setClaim("scope", "openid newsroom-desk"));
    var dotted =
        at.token(claims -> claims.setClaim("https://news.example/roles", List.of("newsroom-desk")));

    var desk = new Shown.Holding(Right.CHANGE);
    assertThat(judged(nested, "realm_access.roles")).isEqualTo(desk);
    assertThat(judged(scope, "scope")).isEqualTo(desk);
    assertThat(judged(dotted, "https://news.example/roles")).isEqualTo(desk);
    assertThat(judged(nested, "realm_access.roles.deeper")).isEqualTo(new Shown.Powerless());
  }

  private Shown judged(String token, String claim) {
    return issuer(Map.of("oidc.roles-claim", claim, "oidc.change", "newsroom-desk")).judge(token);
  }

  @Test
  void whatIsNotMadeOutByItForUsAndForNowIsRefused() {
    var issuer = issuer(Map.of());

    assertThat(issuer.judge(at.token(claims -> claims.setIssuer("https://other.example"))))
        .isInstanceOf(Shown.Refused.class);
    assertThat(issuer.judge(at.token(claims -> claims.setAudience("somebody-else"))))
        .isInstanceOf(Shown.Refused.class);
    assertThat(issuer.judge(at.token(claims -> claims.unsetClaim("aud"))))
        .isInstanceOf(Shown.Refused.class);
    assertThat(issuer.judge(at.token(claims -> claims.unsetClaim("exp"))))
        .isInstanceOf(Shown.Refused.class);
    assertThat(issuer.judge(at.token(claims -> claims.unsetClaim("sub"))))
        .isInstanceOf(Shown.Refused.class);
    assertThat(issuer.judge(at.token(claims -> claims.setNotBeforeMinutesInThePast(-5))))
        .isInstanceOf(Shown.Refused.class);
    assertThat(issuer.judge(at.token(claims -> claims.setExpirationTimeMinutesInTheFuture(-2))))
        .isEqualTo(new Shown.Refused("the token is over"));
    assertThat(issuer.judge(at.forged())).isInstanceOf(Shown.Refused.class);
    assertThat(issuer.judge("")).isInstanceOf(Shown.Refused.class);
    assertThat(issuer.judge("a.b.c")).isInstanceOf(Shown.Refused.class);
  }

  /// The classic forgeries: no signature, and the issuer's public key taken for a shared secret.
  @Test
  void theTokenDoesNotChooseHowItIsChecked() throws JoseException {
    var issuer = issuer(Map.of());
    var token = at.token("dossier-operate");
    var payload = token.split("\\.")[1];
    var none = Base64.getUrlEncoder().withoutPadding();
    var header = none.encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));

    assertThat(issuer.judge(header + "." + payload + ".")).isInstanceOf(Shown.Refused.class);
    assertThat(issuer.judge(signedWithASecret())).isInstanceOf(Shown.Refused.class);
    assertThat(issuer.judge(token.substring(0, token.length() - 6) + "AAAAAA"))
        .isInstanceOf(Shown.Refused.class);
    assertThat(issuer.judge(token)).isEqualTo(new Shown.Holding(Right.OPERATE));
  }

  private String signedWithASecret() throws JoseException {
    var claims = new JwtClaims();
    claims.setIssuer(at.address());
    claims.setAudience(TestIssuer.AUDIENCE);
    claims.setSubject("eve");
    claims.setExpirationTimeMinutesInTheFuture(10);
    claims.setStringListClaim("roles", List.of("dossier-operate"));
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
  void itIsAskedOnceAndAgainWhenItHasANewKey() {
    var issuer = issuer(Map.of());
    assertThat(at.asked()).isZero();

    for (int i = 0; i < 5; i++) {
      assertThat(issuer.judge(at.token("dossier-ask"))).isInstanceOf(Shown.Holding.class);
    }
    assertThat(at.asked()).as("where the keys are, and the keys").isEqualTo(2);

    at.changeKey();
    // Not sooner than a while after the last time, so that nobody makes us ask and ask.
    assertThat(issuer.judge(at.token("dossier-ask"))).isInstanceOf(Shown.Refused.class);
    assertThat(at.asked()).isEqualTo(2);
    assertThat(issuer(Map.of()).judge(at.token("dossier-ask"))).isInstanceOf(Shown.Holding.class);
  }

  @Test
  void anIssuerThatIsDownLeavesItUndecidedAndOneThatLiesToo() {
    var issuer = issuer(Map.of());
    var lied = issuer(Map.of());
    var token = at.token("dossier-ask");
    at.announce("https://other.example");
    assertThat(lied.judge(token)).isEqualTo(new Shown.Undecided());
    at.close();

    assertThat(issuer.judge(token)).isEqualTo(new Shown.Undecided());
  }

  @Test
  void whileItIsDownItsKeysStillCount() {
    var issuer = issuer(Map.of());
    var token = at.token("dossier-ask");
    assertThat(issuer.judge(token)).isInstanceOf(Shown.Holding.class);
    at.close();

    assertThat(issuer.judge(at.forged())).isInstanceOf(Shown.Refused.class);
    assertThat(issuer.judge(token)).isInstanceOf(Shown.Holding.class);
  }

  @Test
  void withoutAnIssuerEveryTokenIsRefusedAndNobodyAsked() {
    var off = new Issuer(AccessSettings.with(Map.of()));

    assertThat(off.judge(at.token("dossier-operate"))).isInstanceOf(Shown.Refused.class);
    assertThat(at.asked()).isZero();
  }

  @Test
  void settingsThatAreNotSafeEndTheStart() {
    for (var address : List.of("http://login.example", "login.example", "ftp://x", "https://")) {
      assertThatThrownBy(() -> issuer(Map.of("oidc.issuer", address)))
          .as(address)
          .hasMessageContaining("dossier.access.oidc.issuer");
    }
    assertThatThrownBy(
            () -> new Issuer(AccessSettings.with(Map.of("oidc.issuer", "https://login.example"))))
        .hasMessageContaining("dossier.access.oidc.audience");
  }

  private Issuer issuer(Map<String, String> others) {
    var settings =
        new HashMap<>(Map.of("oidc.issuer", at.address(), "oidc.audience", TestIssuer.AUDIENCE));
    settings.putAll(others);
    return new Issuer(AccessSettings.with(settings));
  }
}
