package org.dossier.chat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.dossier.chat.conversation.ChatConfig;

/// The default settings, with exceptions for a test.
public final class ChatSettings {
  private static final int ABOVE_DEFAULTS = 1_000;

  private ChatSettings() {}

  /// @param others the exceptions, by their names within `dossier.chat`
  public static ChatConfig with(Map<String, String> others) {
    var properties = new HashMap<String, String>();
    others.forEach((name, value) -> properties.put("dossier.chat." + name, value));
    return new SmallRyeConfigBuilder()
        .withSources(new PropertiesConfigSource(properties, "test", ABOVE_DEFAULTS))
        // Reads durations as the program does.
        .addDiscoveredConverters()
        .withMapping(ChatConfig.class)
        .build()
        .getConfigMapping(ChatConfig.class);
  }
}
