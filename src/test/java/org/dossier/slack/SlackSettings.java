package org.dossier.slack;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.dossier.slack.api.SlackConfig;

/// The default settings, with overrides for a test.
public final class SlackSettings {
  private static final int ABOVE_DEFAULTS = 1_000;

  private SlackSettings() {}

  /// @param others overrides, by their names within `dossier.slack`
  public static SlackConfig with(Map<String, String> others) {
    var properties = new HashMap<String, String>();
    others.forEach((name, value) -> properties.put("dossier.slack." + name, value));
    return new SmallRyeConfigBuilder()
        .withSources(new PropertiesConfigSource(properties, "test", ABOVE_DEFAULTS))
        // Reads durations as the program does.
        .addDiscoveredConverters()
        .withMapping(SlackConfig.class)
        .build()
        .getConfigMapping(SlackConfig.class);
  }

  /// The settings of a bot that is connected to the fake.
  static Map<String, String> of(FakeSlack slack) {
    var settings = new HashMap<String, String>();
    settings.put("transport", "http");
    settings.put("signing-secret", Payloads.SECRET);
    settings.put("bot-token", FakeSlack.BOT_TOKEN);
    settings.put("api-url", slack.api().toString());
    return settings;
  }
}
