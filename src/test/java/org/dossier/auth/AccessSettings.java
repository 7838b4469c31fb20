package org.dossier.auth;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;

/// The default settings, with overrides for a test.
final class AccessSettings {
  private static final int ABOVE_DEFAULTS = 1_000;

  private AccessSettings() {}

  /// @param others overrides, by their names within `dossier.auth`
  static AuthConfig with(Map<String, String> others) {
    var properties = new HashMap<String, String>();
    others.forEach((name, value) -> properties.put("dossier.auth." + name, value));
    return new SmallRyeConfigBuilder()
        .withSources(new PropertiesConfigSource(properties, "test", ABOVE_DEFAULTS))
        .withMapping(AuthConfig.class)
        .build()
        .getConfigMapping(AuthConfig.class);
  }
}
