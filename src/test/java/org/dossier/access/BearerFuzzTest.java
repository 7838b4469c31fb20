package org.dossier.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/// Headers that somebody might send to be let in: none is.
class BearerFuzzTest {
  private static TestIssuer at;
  private static Issuer issuer;

  @BeforeAll
  static void start() {
    at = TestIssuer.at(0);
    issuer =
        new Issuer(
            AccessSettings.with(
                Map.of("oidc.issuer", at.address(), "oidc.audience", TestIssuer.AUDIENCE)));
  }

  @AfterAll
  static void stop() {
    at.close();
  }

  @FuzzTest
  void headers(byte[] header) {
    var sent = new String(header, StandardCharsets.ISO_8859_1);
    var bearer = Bearer.of(sent);
    bearer.map(Bearer::token).ifPresent(token -> assertThat(token).matches("\\S+"));
    assertThat(issuer.judge(sent)).isInstanceOf(Shown.Refused.class);
  }
}
