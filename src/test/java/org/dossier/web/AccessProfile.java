package org.dossier.web;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;

/// Like [DefaultProfile], with a limit that the requests of all tests of one class do not reach:
/// those that seem to come from elsewhere count as one client's.
public final class AccessProfile implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    var settings = new HashMap<>(new DefaultProfile().getConfigOverrides());
    settings.put("dossier.web.rate-limit.requests", "1000");
    return settings;
  }
}
