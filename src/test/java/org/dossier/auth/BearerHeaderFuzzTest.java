package org.dossier.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/// Malicious `Authorization` headers: none of them authenticates.
class BearerHeaderFuzzTest {
  private static TestOidcIssuer at;
  private static OidcAuthenticator oidcAuthenticator;

  @BeforeAll
  static void start() {
    at = TestOidcIssuer.at(0);
    oidcAuthenticator =
        new OidcAuthenticator(
            AccessSettings.with(
                Map.of("oidc.issuer", at.address(), "oidc.audience", TestOidcIssuer.AUDIENCE)));
  }

  @AfterAll
  static void stop() {
    at.close();
  }

  @FuzzTest
  void headers(byte[] header) {
    var sent = new String(header, StandardCharsets.ISO_8859_1);
    var bearerHeader = BearerHeader.of(sent);
    bearerHeader.map(BearerHeader::token).ifPresent(token -> assertThat(token).matches("\\S+"));
    assertThat(oidcAuthenticator.authenticate(sent))
        .isInstanceOf(AuthenticationResult.InvalidToken.class);
  }
}
