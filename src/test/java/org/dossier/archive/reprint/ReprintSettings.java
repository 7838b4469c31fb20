package org.dossier.archive.reprint;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/// The settings as the program reads them.
public final class ReprintSettings {
  public static final ReprintConfig DEFAULT = of(Map.of());

  private ReprintSettings() {}

  /// `settings`, and defaults for all others.
  public static ReprintConfig of(Map<String, String> settings) {
    return new SmallRyeConfigBuilder()
        .withSources(new PropertiesConfigSource(settings, "test", 1_000))
        .withMapping(ReprintConfig.class)
        .build()
        .getConfigMapping(ReprintConfig.class);
  }
}
