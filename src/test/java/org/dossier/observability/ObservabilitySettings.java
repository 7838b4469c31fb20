package org.dossier.observability;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/// The default settings, except those that a test overrides.
final class ObservabilitySettings {
  private static final int ABOVE_DEFAULTS = 1_000;

  private ObservabilitySettings() {}

  static ObservabilityConfig with(Map<String, String> others) {
    return new SmallRyeConfigBuilder()
        .withSources(new PropertiesConfigSource(others, "test", ABOVE_DEFAULTS))
        .withMapping(ObservabilityConfig.class)
        .build()
        .getConfigMapping(ObservabilityConfig.class);
  }
}
