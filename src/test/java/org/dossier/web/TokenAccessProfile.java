package org.dossier.web;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;
import org.dossier.Ports;
import org.dossier.auth.TestOidcIssuer;

/// Serves the sample articles only to requests with an access token or a token of the issuer.
public final class TokenAccessProfile implements QuarkusTestProfile {
  /// The port of the test issuer.
  static final String ISSUER_PORT = "test.issuer.port";

  @Override
  public Map<String, String> getConfigOverrides() {
    var settings = new HashMap<>(new DefaultProfile().getConfigOverrides());
    int port = Ports.free();
    settings.put(ISSUER_PORT, String.valueOf(port));
    settings.put("dossier.auth.read-access", "token");
    settings.put("dossier.auth.trust-loopback", "false");
    settings.put("dossier.auth.oidc.issuer", "http://127.0.0.1:" + port);
    settings.put("dossier.auth.oidc.audience", TestOidcIssuer.AUDIENCE);
    settings.put("dossier.web.request-timeout", "3s");
    return settings;
  }
}
