package org.dossier.llm;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// Model settings for tests.
public final class ModelSettings {
  private ModelSettings() {}

  /// The configuration with these settings and defaults for all others.
  public static ModelConfig of(Map<String, String> settings) {
    return new SmallRyeConfigBuilder()
        .withConverter(Duration.class, 200, new DurationConverter())
        .withMapping(ModelConfig.class)
        .withSources(new PropertiesConfigSource(settings, "test", 100))
        .build()
        .getConfigMapping(ModelConfig.class);
  }

  /// A scripted model as the configured LLM, with a key, timeouts for a busy machine, and more
  /// settings.
  public static ConfiguredLlm of(ScriptedModel server, Map<String, String> more, ModelMeter meter) {
    var settings = new HashMap<>(server.settings());
    settings.put("dossier.model.first-statement-timeout", "50s");
    settings.put("dossier.model.total-timeout", "50s");
    settings.putAll(more);
    return ConfiguredLlm.of(of(settings), Map.of(ApiKey.ANY_PROVIDER, "secret-key-4711"), meter);
  }
}
