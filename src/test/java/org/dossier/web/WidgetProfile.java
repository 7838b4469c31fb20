package org.dossier.web;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;
import org.dossier.Ports;

/// Serves the sample articles to pages of another site, with all features of a public server
/// enabled.
public final class WidgetProfile implements QuarkusTestProfile {
  /// The port of the other site.
  static final String SITE_PORT = "test.site.port";

  @Override
  public Map<String, String> getConfigOverrides() {
    var settings = new HashMap<>(new DefaultProfile().getConfigOverrides());
    int port = Ports.free();
    settings.put(SITE_PORT, String.valueOf(port));
    settings.put("dossier.web.allowed-origins", "http://127.0.0.1:" + port);
    settings.put("dossier.auth.read-access", "page");
    settings.put("dossier.chat.max-turns", "50");
    // Lets tests simulate other client addresses.
    settings.put("dossier.web.trusted-proxies", "127.0.0.1");
    return settings;
  }
}
