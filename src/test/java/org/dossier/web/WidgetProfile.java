package org.dossier.web;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;
import org.dossier.Ports;

/// Serves the shipped articles to pages of one other site as well, with everything switched on that
/// a public server may have.
public final class WidgetProfile implements QuarkusTestProfile {
  /// Tells tests where that site is to be.
  static final String SITE_PORT = "test.site.port";

  @Override
  public Map<String, String> getConfigOverrides() {
    var settings = new HashMap<>(new DefaultProfile().getConfigOverrides());
    int port = Ports.free();
    settings.put(SITE_PORT, String.valueOf(port));
    settings.put("dossier.web.allowed-origins", "http://127.0.0.1:" + port);
    settings.put("dossier.auth.read-access", "page");
    settings.put("dossier.chat.max-turns", "50");
    // Tests may come from other addresses.
    settings.put("dossier.web.trusted-proxies", "127.0.0.1");
    return settings;
  }
}
