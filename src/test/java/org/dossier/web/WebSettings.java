package org.dossier.web;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.dossier.web.request.WebConfig;

/// The default settings, with overrides for a test.
public final class WebSettings {
  private static final int ABOVE_DEFAULTS = 1_000;

  private WebSettings() {}

  /// @param others overrides, by their names within `dossier.web`
  public static WebConfig with(Map<String, String> others) {
    var properties = new HashMap<String, String>();
    others.forEach((name, value) -> properties.put("dossier.web." + name, value));
    return new SmallRyeConfigBuilder()
        .withSources(new PropertiesConfigSource(properties, "test", ABOVE_DEFAULTS))
        // Converters for sizes and durations, as in the application.
        .addDiscoveredConverters()
        .withMapping(WebConfig.class)
        .build()
        .getConfigMapping(WebConfig.class);
  }
}
